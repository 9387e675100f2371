import type { Verb } from '@duly/case';
import type { GuidanceWords } from './guidance.js';

const access = {
  'record-search': {
    rule: 'Art 15(1A)',
    text: 'Search where the data is likely to be. Say what you left out, and why that was reasonable.',
  },
  'record-particulars': {
    rule: 'Art 15(1)',
    text: 'The copy is only half of it. Say why the data is used, what kinds there are, who has it, how long it is kept, where it came from, and which rights the person has.',
  },
  'review-other-person': {
    rule: 'Art 15(4)',
    text: 'If the data tells of somebody else: ask them if you can, take it out if that is enough, or say why it is reasonable to tell it all the same.',
  },
  'find-no-other-person': {
    rule: 'Art 15(4)',
    text: 'Look at the whole of what goes out: names in copies of e-mails, pictures, and what only one person can have said.',
  },
  'apply-exemption': {
    rule: 'DPA 2018 s.15',
    text: 'Never a blanket one. Say which data, which paragraph, and what would be harmed.',
  },
  'review-exemption': {
    rule: 'DPA 2018 s.15',
    text: 'Somebody other than who applied it looks again: whether the paragraph is meant for such data, and whether harm would really follow.',
  },
} as const;

const correcting = {
  'record-finding': {
    rule: 'Art 16',
    text: 'Data is wrong if it is incorrect or misleading as to a fact. An opinion that is marked as one is not wrong because the person does not share it.',
  },
  'record-correction': {
    rule: 'Art 16',
    text: 'Correct it wherever it is held, also in copies. Where it is incomplete the person may have a statement of their own added.',
  },
} as const;

const erasing = {
  'judge-erasure-ground': {
    rule: 'Art 17(1)',
    text: 'One ground is enough: no longer needed, consent taken back, an objection that stands, used unlawfully, a law that wants it erased, or collected from a child online.',
  },
  'judge-erasure-exception': {
    rule: 'Art 17(3)',
    text: 'An exception keeps only the data it needs: say which, and how far. The rest is erased.',
  },
  'carry-out-erasure': {
    rule: 'DPA 2018 s.173',
    text: 'Nothing may be erased while the person waits for a copy of the same data: that would be an offence. Say also what becomes of backups.',
  },
  'record-public-steps': {
    rule: 'Art 17(2)',
    text: 'What we have made public others may have copied. Take steps that are reasonable for us to tell them that the person wants links and copies gone.',
  },
} as const;

const restricting = {
  restrict: {
    rule: 'Art 18(1)',
    text: 'Mark the data and keep it apart: it is stored, and used only with consent, for legal claims, to protect somebody, or for an important public interest.',
  },
  'lift-restriction': {
    rule: 'Art 18(3)',
    text: 'The person is told before it is lifted, not after. It ends on the day on which that letter was given.',
  },
  'name-recipient': {
    rule: 'Art 19',
    text: 'Everybody who had the data from us, processors too. Each is to be told what was corrected, erased or restricted.',
  },
  'record-no-recipients': {
    rule: 'Art 19',
    text: 'Look first where data leaves the house by itself: processors, partners, printed lists. Then record that nobody has it.',
  },
  'record-recipient-outcome': {
    rule: 'Art 19',
    text: 'Each must be told, unless that is impossible or wholly out of proportion; then say why.',
  },
  'disclose-recipients': {
    rule: 'Art 19',
    text: 'If the person asks, they are told who the recipients are: by name, not only by kind.',
  },
} as const;

const carrying = {
  'test-item': {
    rule: 'Art 20(1)',
    text: 'All three must be so: used with consent or for a contract, by computer, and given by the person. What we have watched them do counts as given; what we have worked out about them does not.',
  },
  'record-agreement': {
    rule: 'Art 20(4)',
    text: 'Data that is also somebody else’s goes out only if it does them no harm. Ask them, and record what they said.',
  },
  'decide-transfer': {
    rule: 'Art 20(2)',
    text: 'Send it straight to the other controller where that is technically feasible. That it is new to us, or a rival asks, is no reason against it.',
  },
} as const;

const objecting = {
  'weigh-objection': {
    rule: 'Art 21(1)',
    text: 'It is for us to show grounds that are compelling and outweigh this person’s own situation, or legal claims. Meanwhile the data may be restricted.',
  },
  'stop-processing': {
    rule: 'Art 21(1)',
    text: 'Record the day on which it really stopped, in every system. If the data is needed for nothing else, it is erased.',
  },
  'ask-which-record': {
    rule: 'Art 21(3)',
    text: 'Only to find them in the list. Nothing waits for the reply: what is known is stopped at once.',
  },
  'pass-on-objection': {
    rule: 'Art 21(3)',
    text: 'Whoever sends marketing for us must stop too: agencies, printers, platforms. Tell them today.',
  },
  'list-objector': {
    rule: 'Art 21(3)',
    text: 'There is no reason that can be used against it, and nothing to prove. The address is kept on the list, so that nobody writes to it again.',
  },
} as const;

const decisions = {
  'explain-decision': {
    rule: 'Art 22C(2)(a)',
    text: 'Say that a machine decided, what went into it, how it came to this result, and what the person can do about it.',
  },
  'record-representations': {
    rule: 'Art 22C(2)(b)',
    text: 'Write down what the person says, in their own words, and whether they contest the decision.',
  },
  'record-intervention': {
    rule: 'Art 22C(2)(c)',
    text: 'Somebody who understands it, and may change it, looks at all of it. A person who only confirms what the machine said is not enough.',
  },
  'decide-again': {
    rule: 'Art 22C(2)(d)',
    text: 'Say what was decided, and why, also where it stays as it was. The person is told.',
  },
} as const;

const complaints = {
  'tell-progress': {
    rule: 'DPA 2018 s.164A(5)',
    text: 'While enquiries take longer the person hears how they stand: what was done, what is left, and until when.',
  },
  'give-outcome': {
    rule: 'DPA 2018 s.164A(4)',
    text: 'Say what was found, what follows from it, and that they may go to the Commissioner. An apology where something went wrong does no harm.',
  },
} as const;

/** What only one right has, or some. */
export const guidanceOfRights = {
  ...access,
  ...correcting,
  ...erasing,
  ...restricting,
  ...carrying,
  ...objecting,
  ...decisions,
  ...complaints,
} as const satisfies Readonly<Partial<Record<Verb, GuidanceWords>>>;
