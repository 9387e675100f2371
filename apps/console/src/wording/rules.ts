import { stepTitle } from './steps.js';
import type { Verb } from '@duly/case';

export interface Guidance {
  /** In words of ours. */
  readonly text: string;
  readonly rule: string;
  /** Where the rule can be read. */
  readonly source: string;
}

const ukGdpr = 'https://www.legislation.gov.uk/eur/2016/679/article/';
const dpa = 'https://www.legislation.gov.uk/ukpga/2018/12/section/';

/** Rules of steps whose title names none. */
const rules: Partial<Readonly<Record<Verb, string>>> = {
  'record-identity': 'Art 12A(2)(b)',
  'judge-identity': 'Art 12(6)',
  'ask-for-authority': 'Art 12A(2)(b)',
  'record-authority': 'Art 12A(2)(b)',
  'record-fee': 'Art 12A(2)(c)',
  'refund-fee': 'Art 12(5)',
  'record-clarification': 'Art 12A(5)',
  'decline-clarification': 'Art 12A(5)',
  abandon: 'Art 12(4)',
  withdraw: 'Art 12(3)',
  reopen: 'Art 12(3)',
  'record-notice-given': 'Art 12A(4)(a)',
  'correct-receipt-date': 'Art 12A(2)(a)',
  'remove-extension': 'Art 12A(3)',
  'review-exemption': 'DPA 2018 s.15',
  'record-agreement': 'Art 20(4)',
  'record-death': 'Art 4(1)',
  'assess-competence': 'DPA 2018 s.208',
  reclassify: 'Art 12(2)',
  promote: 'Art 12(2)',
  dismiss: 'Art 12(4)',
  'name-people': 'Art 12(6)',
};

const guidance: Partial<Readonly<Record<Verb, string>>> = {
  'ask-for-identity':
    'Ask only if you have a real doubt, only for what settles it, and as soon as you can. The month begins when it arrives, not when you have checked it. Whoever writes from an address we know need not prove it again.',
  'record-identity': 'Take the day on which the papers reached us, not the day you read them.',
  'judge-identity':
    'Papers that do not show enough count as not received: the person is told at once what is missing.',
  'ask-for-authority':
    'Somebody who asks for another must show that they may. Ask them, not the person, unless something seems wrong.',
  'ask-for-clarification':
    'Only for a request for data, and only if you really need it because we hold much about the person. The month stands still from the day you ask to the day they answer. They may say that they want everything: then search all that is reasonable.',
  'record-clarification': 'Take the day on which the answer reached us. That day too does not count.',
  'extend-time':
    'Only because the request is complex, or because this person has made several. Staff being away or busy is no reason. The person must be told, with the reasons, before the first month ends; after that it cannot be had.',
  refuse:
    'Say why, in words the person understands. Being rude, or asking often, is not enough by itself. The letter tells them how to complain to us, to the Commissioner and to a court.',
  answer:
    'Answer in plain words, and in the way the person asked for. Check that nothing about somebody else goes with it.',
  'ask-for-fee':
    'Only where the request is manifestly unfounded or excessive, or for further copies. Only what it costs to answer. For the first kind the month begins when it is paid.',
  'assess-request':
    'Look at each request by itself. That somebody has asked before, or is rude, does not make it excessive. It is for us to show.',
  withdraw: 'Write down what the person said. Silence is no withdrawal.',
  abandon:
    'Only after a reasonable time and a warning. The person may come back: then the case is opened again.',
  'correct-receipt-date':
    'A request is received on the day it reaches anybody in the organisation, also on a weekend. The date is worked out again from that day.',
  'record-search':
    'Search where the data is likely to be. Say what you left out, and why that was reasonable.',
  'review-other-person':
    'If the data tells of somebody else: ask them if you can, take it out if that is enough, or say why it is reasonable to tell it all the same.',
  'apply-exemption': 'Never a blanket one. Say which data, which paragraph, and what would be harmed.',
  'carry-out-erasure':
    'Nothing may be erased while the person waits for a copy of the same data: that would be an offence.',
  'record-notice-given': 'A letter counts from the day it is given, not from the day it was written.',
  'take-back': 'What was recorded stays to be read. It counts no longer.',
};

/** What is in brackets at the end of a title. */
const inBrackets = /\(((?:[^()]|\([^()]*\))*)\)[^()]*$/u;

export function ruleOf(verb: Verb): string | undefined {
  const named = inBrackets.exec(stepTitle(verb))?.[1];
  return rules[verb] ?? (named !== undefined && /Art|DPA/u.test(named) ? named : undefined);
}

/** Where a rule stands in the law as it is published. */
export function sourceOf(rule: string): string {
  const section = /s\.(\d+[A-Z]?)/u.exec(rule)?.[1];
  if (section !== undefined) return `${dpa}${section}`;
  const article = /Arts? (\d+[A-Z]?)/u.exec(rule)?.[1];
  return article === undefined
    ? 'https://www.legislation.gov.uk/ukpga/2018/12/contents'
    : `${ukGdpr}${article}`;
}

/** What helps with a step, in place; undefined where neither law nor practice says anything of it. */
export function guidanceOf(verb: Verb): Guidance | undefined {
  const rule = ruleOf(verb);
  if (rule === undefined) return undefined;
  return { text: guidance[verb] ?? '', rule, source: sourceOf(rule) };
}
