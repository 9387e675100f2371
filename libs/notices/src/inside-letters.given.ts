import { toCivilDate } from '@duly/law';
import type { InsideLetterData, InsideLetterKind } from './index.js';
import { person, staff } from './people.given.js';

const first = {
  reference: 'DR-2026-000123-1',
  right: 'access',
  why: 'due-soon',
  cite: 'UK GDPR Art 12(3) (R30)',
  dueDate: toCivilDate('2026-08-03'),
  planBy: toCivilDate('2026-08-01'),
  hasAlarm: true,
} as const;
const untold = {
  ...first,
  reference: 'DR-2026-000117-2',
  right: 'erasure',
  why: 'recipients-untold',
  cite: 'UK GDPR Art 19 (R45)',
  dueDate: null,
  planBy: null,
  hasAlarm: false,
} as const;
const complaint = {
  ...first,
  reference: 'DR-2026-000098-1',
  right: 'complaint',
  why: 'progress-due',
  cite: 'DPA 2018 s.164A(5)(b) (R52)',
  hasAlarm: false,
} as const;
const toHandler = {
  on: toCivilDate('2026-07-20'),
  organisation: staff.organisation,
  addressee: staff.addressee,
};
const toTeam = {
  organisation: staff.organisation,
  title: 'Housing',
  reference: 'DR-2026-000123-1',
  planBy: toCivilDate('2026-08-01'),
} as const;

const ofCopy = {
  on: toCivilDate('2026-07-20'),
  organisation: person.organisation,
  reference: 'DR-2026-000123-1',
} as const;

const toMover = {
  ...toHandler,
  regulators: person.regulators,
  organisation: person.organisation,
  addressee: person.addressee,
  sender: 'First Power',
  receivedOn: toCivilDate('2026-07-17'),
  kept: [],
  deleted: [],
  tellsOfOthers: false,
} as const;

/** Letters that no case orders with fixed data, each variant under a name of its own. */
export const insideExamples: {
  readonly [Kind in InsideLetterKind]: Readonly<Record<string, InsideLetterData[Kind]>>;
} = {
  digest: {
    'several-cases': { ...toHandler, cases: [first, complaint, untold] },
    'one-case': { ...toHandler, cases: [first] },
    'without-date': { ...toHandler, cases: [untold] },
  },
  'source-ask': {
    collect: { ...toTeam, purpose: 'collect', isReminder: false },
    'erase-reminded': { ...toTeam, planBy: null, purpose: 'erase', isReminder: true },
  },
  'package-judged': {
    accepted: {
      ...toMover,
      decision: 'accepted',
      reasons: 'We supply your power from now on. We need this to send you the right bills.',
      kept: ['Each reading of your meter'],
      deleted: ['Your old bills'],
      tellsOfOthers: true,
    },
    rejected: { ...toMover, decision: 'rejected', reasons: 'You have no contract with us.' },
    refused: { ...toMover, decision: 'refused' },
  },
  'cover-letter': {
    whole: { ...ofCopy, kinds: 3, documents: 12, leftOut: 2 },
    'one-document': { ...ofCopy, kinds: 0, documents: 1, leftOut: 0 },
  },
};
