import type { CivilDate } from '@duly/law';
import type { Retained } from './retained.js';
import { erasableFrom, type Leads } from './retention-schedule.js';

export const blockCodes = [
  'erased',
  'under-way',
  'open-case',
  'not-due',
  'legal-hold',
  'open-complaint',
  'same-person-asks',
  'may-be-same-person',
  'letter-under-way',
  'task-open',
  'not-warned',
] as const;
export type BlockCode = (typeof blockCodes)[number];

/** Why a request may not be erased now, and what to do. No personal data. */
export interface Block {
  readonly code: BlockCode;
  readonly sentence: string;
  readonly remedy: string;
}

const list = (references: readonly string[]): string => references.join(', ');

function byState({ state, reference }: Retained, isApproved: boolean): readonly Block[] {
  if (state === 'erased')
    return [
      {
        code: 'erased',
        sentence: `What ${reference} held about people was erased.`,
        remedy: 'Its certificate is at GET /v1/requests/REQUEST/erasure.',
      },
    ];
  if (state === null || isApproved) return [];
  return [
    {
      code: 'under-way',
      sentence: `The erasure of ${reference} is ${state === 'proposed' ? 'proposed already' : 'approved and under way'}.`,
      remedy: 'Read GET /v1/erasures; a second person approves or rejects what is proposed.',
    },
  ];
}

function byTime({ dueOn, today, warned }: Retained, leads: Leads): readonly Block[] {
  if (dueOn === null) return [];
  const from = erasableFrom(dueOn, warned, leads);
  if (today < dueOn || (warned[0] && warned[1] && today < from))
    return [
      {
        code: 'not-due',
        sentence:
          from === dueOn
            ? `It is kept until ${dueOn}.`
            : `It was kept until ${dueOn}; the warnings went out late and have their time until ${from}.`,
        remedy: 'Wait for the day, or put another retention schedule in force.',
      },
    ];
  if (warned[0] && warned[1]) return [];
  return [
    {
      code: 'not-warned',
      sentence: 'Managers and handlers have not had both warnings yet.',
      remedy: 'The worker sends them; see to it that a manager with an address works here.',
    },
  ];
}

type Against = readonly [
  BlockCode,
  (retained: Retained) => readonly (string | CivilDate)[],
  (which: string) => string,
  string,
];

const openCases = ({ cases }: Retained): readonly string[] =>
  cases.filter(({ closedOn }) => closedOn === null).map(({ reference }) => reference);
const some = (count: number): readonly string[] => (count > 0 ? [String(count)] : []);

const against: readonly Against[] = [
  ['open-case', openCases, which => `${which} is open.`, 'Close the case first; its retention begins then.'],
  [
    'legal-hold',
    ({ heldSince }) => heldSince,
    which => `A legal hold stands since ${which} (R49a).`,
    'A manager lifts it once its reason is gone: POST /v1/requests/REQUEST/holds/HOLD/lift.',
  ],
  [
    'open-complaint',
    ({ complaints }) => complaints,
    which => `A complaint about it is open: ${which} (DPA 2018 s.164A).`,
    'Conclude the complaint first.',
  ],
  [
    'same-person-asks',
    ({ samePerson }) => samePerson,
    which =>
      `The same person’s request ${which} is open, and what is kept here may be what it asks for (DPA 2018 s.173; R49a).`,
    'Answer that request first.',
  ],
  [
    'may-be-same-person',
    ({ lookAlikes }) => lookAlikes,
    which => `The open request ${which} may be the same person’s (DPA 2018 s.173; R49a).`,
    'Say whether it is: link the two cases as same-person, or as related where they are two people (link-case).',
  ],
  [
    'letter-under-way',
    ({ lettersUnderWay }) => some(lettersUnderWay),
    which => `Letters that have not come to their end: ${which}.`,
    'Wait until they are sent, or record what became of them.',
  ],
  [
    'task-open',
    ({ tasksOpen }) => some(tasksOpen),
    which => `Tasks of it that are not done: ${which}.`,
    'Complete them; what an answer promised is kept by the closed case.',
  ],
];

/**
 * Everything that stands against erasing a request now, in the order in which it is told; none where it may be erased.
 * @param isApproved it was approved, so that its own erasure does not stand against it
 */
export function blocksOf(retained: Retained, leads: Leads, isApproved = false): readonly Block[] {
  const state = byState(retained, isApproved);
  if (state.length > 0) return state;
  const facts = against.flatMap(([code, of, sentence, remedy]): Block[] => {
    const which = of(retained);
    return which.length > 0 ? [{ code, sentence: sentence(list(which)), remedy }] : [];
  });
  return [...facts, ...byTime(retained, leads)];
}
