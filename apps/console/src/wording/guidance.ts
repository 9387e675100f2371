import type { Verb } from '@duly/case';

/** What helps with one step: the rule it rests on, and what matters when it is taken, in words of ours. */
export interface GuidanceWords {
  /** As it is cited; of the UK GDPR where no other Act is named. */
  readonly rule: string;
  readonly text: string;
}

const whoAsks = {
  'ask-for-identity': {
    rule: 'Art 12(6)',
    text: 'Ask only if you have a real doubt, only for what settles it, and as soon as you can. The month begins when it arrives, not when you have checked it. Whoever writes from an address we know need not prove it again.',
  },
  'record-identity': {
    rule: 'Art 12A(2)(b)',
    text: 'Take the day on which the papers reached us, not the day you read them.',
  },
  'judge-identity': {
    rule: 'Art 12(6)',
    text: 'Papers that do not show enough count as not received: the person is told at once what is missing.',
  },
  'cannot-identify': {
    rule: 'Art 11(2)',
    text: 'Only if you can show that nothing we hold tells which data are theirs. The person is told so, and may give more; from the day it arrives the month runs.',
  },
  'ask-for-authority': {
    rule: 'Art 12A(2)(b)',
    text: 'Somebody who asks for another must show that they may. Ask them, not the person, unless something seems wrong.',
  },
  'record-authority': {
    rule: 'Art 12A(2)(b)',
    text: 'Take the day on which it reached us. It suffices if the person has signed it and it covers this request; no special form is needed.',
  },
  'assess-competence': {
    rule: 'DPA 2018 s.208',
    text: 'The right is the child’s own. In Scotland a child of twelve or more is taken to understand it; elsewhere look at this child and this request. Answer the child unless they want otherwise or it would harm them.',
  },
  'name-people': {
    rule: 'Art 12(6)',
    text: 'Name only who has shown who they are, or acts for them. Letters go to these people from now on, and what an old address could not take is written anew.',
  },
  'link-case': {
    rule: 'Art 12(5)',
    text: 'Each request is answered by itself, also one of many by the same agent. Say that it is a repeat only if it asks for the same and nothing has changed since.',
  },
  'unlink-case': {
    rule: 'Art 5(1)(d)',
    text: 'Data of one person must not go to another. If two cases were taken for the same person by mistake, part them before anything is sent.',
  },
} as const;

const theClock = {
  'ask-for-fee': {
    rule: 'Art 12(5)',
    text: 'Only where the request is manifestly unfounded or excessive, or for further copies. Only what it costs to answer. For the first kind the month begins when it is paid.',
  },
  'estimate-fee': {
    rule: 'Art 12(5)',
    text: 'Count the time and material of answering, and nothing else: no profit, and no cost of looking whether the data exist. No more can be asked for later.',
  },
  'record-fee': { rule: 'Art 12A(2)(c)', text: 'Take the day on which the money reached us.' },
  'refund-fee': {
    rule: 'Art 12(5)',
    text: 'What was asked without need, or for a request that is not answered after all, is paid back. Say how much, and why.',
  },
  'ask-for-clarification': {
    rule: 'Art 12A(5)',
    text: 'Only for a request for data, and only if you really need it because we hold much about the person. The month stands still from the day you ask to the day they answer. They may say that they want everything: then search all that is reasonable.',
  },
  'record-clarification': {
    rule: 'Art 12A(5)',
    text: 'Take the day on which the answer reached us. That day too does not count.',
  },
  'decline-clarification': {
    rule: 'Art 12A(5)',
    text: 'Nobody has to say more. The month runs on from that day, and you search all that is reasonable.',
  },
  'extend-time': {
    rule: 'Art 12A(3)',
    text: 'Only because the request is complex, or because this person has made several. Staff being away or busy is no reason. The person must be told, with the reasons, before the first month ends; after that it cannot be had.',
  },
  'remove-extension': {
    rule: 'Art 12A(3)',
    text: 'If it was not justified, the first date binds again. There is one extension only: once its notice was given there can be no other.',
  },
  'correct-receipt-date': {
    rule: 'Art 12A(2)(a)',
    text: 'A request is received on the day it reaches anybody in the organisation, also on a weekend. The date is worked out again from that day.',
  },
  'record-notice-given': {
    rule: 'Art 12A(4)(a)',
    text: 'A letter counts from the day it is given, not from the day it was written. Take the day on which it was posted, handed over or said; where your organisation has set that post counts some working days later, that is worked out for you.',
  },
} as const;

const endings = {
  'assess-request': {
    rule: 'Art 12(5)',
    text: 'Look at each request by itself. That somebody has asked before, or is rude, does not make it excessive. It is for us to show.',
  },
  refuse: {
    rule: 'Art 12(4)',
    text: 'Say why, in words the person understands. Being rude, or asking often, is not enough by itself. The letter tells them how to complain to us, to the Commissioner and to a court.',
  },
  answer: {
    rule: 'Art 12(3)',
    text: 'Answer in plain words, and in the way the person asked for. Check that nothing about somebody else goes with it.',
  },
  withdraw: {
    rule: 'Art 12(3)',
    text: 'Write down what the person said. Silence is no withdrawal, and nobody is to be pressed into one.',
  },
  abandon: {
    rule: 'Art 12(4)',
    text: 'Only after a reasonable time and a warning. The person may come back: then the case is opened again.',
  },
  reopen: {
    rule: 'Art 12(3)',
    text: 'If the person comes back, or something was missed. The first date does not begin anew: what was late stays late.',
  },
  'record-death': {
    rule: 'Art 4(1)',
    text: 'The law protects living people: the request ends. The family may have rights under other laws, such as access to health records; point them there.',
  },
  reclassify: {
    rule: 'Art 12(2)',
    text: 'What counts is what the person wants, not the word they used. The new case keeps the day on which the letter came, so no time is gained.',
  },
  promote: {
    rule: 'Art 12(2)',
    text: 'A request needs no form and no legal word. If in doubt, take it as one: its month has run since the day the letter came.',
  },
  dismiss: {
    rule: 'Art 12(4)',
    text: 'Only if nothing in it asks for what these rights give. Say in your own words why, and what the person can do: the letter tells them.',
  },
  approve: {
    rule: 'Art 24(1)',
    text: 'Look at the step as if you took it: is the reason true, and does the letter say it? It is done in the name of both, and counts from today, not from the day it was proposed.',
  },
  'decline-approval': {
    rule: 'Art 24(1)',
    text: 'Say what would have to be different. The clock goes on: see that whoever proposed it reads this today.',
  },
} as const;

const theRecord = {
  'add-note': {
    rule: 'Art 5(2)',
    text: 'Write what somebody who takes over the case must know, and nothing that you would not show the person: they may ask for it.',
  },
  escalate: {
    rule: 'Art 12(3)',
    text: 'Ask early: a request is answered without undue delay, and a month is the outer limit. The case stays yours until the manager gives it to somebody else.',
  },
  'take-back': {
    rule: 'Art 5(1)(d)',
    text: 'What was recorded stays to be read. It counts no longer, and dates are worked out as if it had not been.',
  },
} as const;

/** Who asks, the clock, the ends and the record: what every right has. */
export const guidanceOfEveryRight = {
  ...whoAsks,
  ...theClock,
  ...endings,
  ...theRecord,
} as const satisfies Readonly<Partial<Record<Verb, GuidanceWords>>>;
