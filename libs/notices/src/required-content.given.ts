import type { LetterData, LetterItem, LetterKind } from './index.js';

/** From 19 June 2026 on (R31). */
export const routes: readonly LetterItem[] = [
  'complaint-to-controller',
  'complaint-to-commissioner',
  'judicial-remedy',
];

const past: readonly LetterItem[] = ['complaint-to-commissioner', 'judicial-remedy'];

/** What each kind has to state whatever its data, with the provision: a list of the spec's own, beside the templates'. */
const required: Readonly<Record<LetterKind, readonly [cite: string, items: readonly LetterItem[]]>> = {
  acknowledgement: ['R46; UK GDPR Art 12A(2)(a)', ['receipt-date', 'understanding', 'answer-by']],
  identity: [
    'UK GDPR Art 12(6), 12A(2)(b); R31',
    ['doubts', 'what-is-asked', 'clock-starts-on-arrival', ...routes],
  ],
  authority: ['R22; R31', ['authority-needed', 'what-is-asked', 'clock-starts-on-arrival', ...routes]],
  fee: ['UK GDPR Art 12(5); Art 15(3); R23, R31', ['fee-amount', 'fee-reasons', ...routes]],
  'fee-refund': ['R23', ['fee-reasons']],
  clarification: [
    'UK GDPR Art 12A(5); R26, R29',
    ['why-clarification', 'what-is-asked', 'clock-stops', 'clarification-can-be-declined'],
  ],
  extension: ['UK GDPR Art 12A(3)–(4); R12', ['extension-reasons', 'extended-date']],
  refusal: ['UK GDPR Art 12(4); R31', ['refusal-extent', 'refusal-reasons', ...routes]],
  answer: ['UK GDPR Art 12(3), 15(1)(ea)–(f); R56', ['action-taken', ...routes]],
  withdrawal: ['R35', ['closed-on', 'can-ask-again']],
  'abandonment-warning': ['R24; R31', ['what-is-asked', 'closed-on', 'can-ask-again', ...routes]],
  abandonment: ['R24; R31', ['closed-on', 'refusal-reasons', 'can-ask-again', ...routes]],
  'cannot-identify': [
    'UK GDPR Art 11(2), 12(2); R31',
    ['cannot-identify', 'what-is-asked', 'clock-starts-on-arrival', ...routes],
  ],
  dismissal: ['R46', ['receipt-date', 'understanding', 'can-ask-again']],
  'enquiry-overdue': ['R46', ['answer-by']],
  death: ['R35', ['closed-on', 'can-ask-again']],
  reclassification: ['R34, R46', ['understanding', 'receipt-date']],
  closure: ['R35', ['closed-on', 'can-ask-again']],
  'reminder-to-requester': ['R24', ['what-is-asked', ...routes]],
  'reminder-to-handler': ['R30', ['answer-by']],
  'alarm-to-handler': ['R30', ['answer-by']],
  'alarm-to-manager': ['R30', ['answer-by']],
  recipients: ['UK GDPR Art 19; R45', ['recipients', ...routes]],
  'recipients-untold': ['UK GDPR Art 19; R45', []],
  'restriction-lifting': ['UK GDPR Art 18(3); R39', ['told-before-lifting', 'lifting-reasons', ...routes]],
  'decision-explained': [
    'UK GDPR Art 22C(2); R44',
    ['decision-information', 'decision-safeguards', ...routes],
  ],
  'complaint-acknowledgement': ['DPA 2018 s.164A(3); R50', ['receipt-date', 'complaint-received', ...past]],
  'complaint-progress': ['DPA 2018 s.164A(5)(b); R52', ['complaint-progress']],
  'complaint-outcome': ['DPA 2018 s.164A(4)(b), 165; R52', ['complaint-outcome', ...past]],
  'progress-due': ['R52', []],
  'marketing-stopped': [
    'UK GDPR Art 21(3); R61',
    ['receipt-date', 'marketing-stopped', 'marketing-channels', 'suppression-kept', ...routes],
  ],
  disclosure: ['R40', []],
  transfer: ['UK GDPR Art 20(2); R40', ['transfer-decided']],
  'which-record': ['R61', ['what-is-asked', 'nothing-waits']],
  'approval-to-manager': ['R33', ['answer-by']],
  'escalation-to-manager': ['R33', []],
};

export const beforeJune2026: readonly LetterItem[] = [
  'complaint-to-supervisory-authority',
  'judicial-remedy',
];

/** What a letter of a kind has to state with these data. */
export const expectedOf = (kind: LetterKind, data: LetterData[LetterKind]): readonly LetterItem[] => {
  const [, always] = required[kind];
  const isLate = 'movesNothing' in data && data.movesNothing;
  // R25: what was asked for after the month begins none.
  const items = always.map(item =>
    isLate && item === 'clock-starts-on-arrival' ? 'ask-moves-nothing' : item,
  );
  if (data.on >= '2026-06-19') return items;
  return [...items.filter(item => !routes.includes(item)), ...beforeJune2026];
};

/** What stands where nothing was filled in. */
export const placeholder = /undefined|null|NaN|\[object|\{\{|\}\}|\$\{|TODO/u;
