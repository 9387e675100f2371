import { toCivilDate as on } from '@duly/law';
import { caseOutcomes } from '../case-views.js';
import type {
  CertificateView,
  DueView,
  ErasureTried,
  ErasureView,
  HoldsView,
  RetentionView,
} from '../retention.js';
import { caseId, requestId } from './view-examples.js';

const [reference, ofCase] = ['DR-2026-000123', 'DR-2026-000123-1'];
const outcome = 'answered' as const;
const hash = '5f1c7e'.padEnd(64, '0');

const period = {
  months: 36,
  days: 0,
  reason: 'What was done can be shown to the Commissioner.',
  source: 'UK GDPR Art 5(1)(e) and 5(2)',
};
export const periodsExample = Object.fromEntries(
  caseOutcomes.map(one => [one, period]),
) as RetentionView['versions'][number]['periods'];
export const retentionExample: RetentionView = {
  versions: [
    { version: 1, periods: periodsExample, changedBy: 'staff-7', changedAt: '2026-07-02T09:30:00.000Z' },
  ],
};

const closedOn = on('2026-07-21');
const dueOn = on('2029-07-21');
export const dueExample: DueView = {
  requests: [
    {
      request: requestId,
      reference,
      dueOn,
      erasableFrom: dueOn,
      warnedOn: [on('2029-06-21'), on('2029-07-14')],
      cases: [{ id: caseId, reference: ofCase, outcome, closedOn, dueOn }],
      blocks: [
        {
          code: 'legal-hold',
          sentence: 'A legal hold stands since 2028-01-07 (R49a).',
          remedy: 'A manager lifts it once its reason is gone.',
        },
      ],
    },
  ],
  next: null,
};

export const holdId = '5e0c7a52-93c1-4b8e-9a2e-2f3b6f2b9c11';
export const holdsExample: HoldsView = {
  holds: [
    {
      id: holdId,
      because: 'claim',
      words: 'A letter before claim came on 7 January.',
      placedBy: 'staff-7',
      placedAt: '2028-01-07T10:00:00.000Z',
      lifted: null,
    },
  ],
};

const removed = {
  people: 1,
  words: 4,
  letters: 3,
  repliesOfMailServers: 3,
  mailReports: 0,
  failedAddresses: 0,
  blindIndexes: 2,
  answersKept: 0,
  hookExcerpts: 0,
  documents: 0,
};
const kept = { events: 9, auditEntries: 41, letters: 3, suppressions: 0 };
export const triedExample: ErasureTried = {
  requests: [{ request: requestId, reference, blocks: [], keys: 2, removed, kept }],
  total: removed,
};

export const erasureId = '9b2f4c0e-6a35-4a6f-8c1d-7d0f3e5a1b23';
export const erasureExample: ErasureView = {
  id: erasureId,
  proposedBy: 'staff-7',
  proposedAt: '2029-07-21T09:00:00.000Z',
  decision: 'approved',
  decidedBy: 'staff-8',
  decidedAt: '2029-07-21T11:00:00.000Z',
  requests: [{ request: requestId, reference, dueOn, state: 'erased', blocks: [] }],
};

const destroyedAt = '2029-07-21T11:00:01.000Z';
export const certificateExample: CertificateView = {
  certificate: {
    form: 'duly-erasure-1',
    requestId,
    reference,
    cases: [
      {
        ...{ caseId, reference: ofCase, outcome, closedOn },
        kept: { months: 36, days: 0 },
        reason: period.reason,
        source: period.source,
      },
    ],
    dueOn,
    scheduleVersion: 1,
    warnedOn: [on('2029-06-21'), on('2029-07-14')],
    proposedBy: 'staff-7',
    proposedAt: '2029-07-21T09:00:00.000Z',
    approvedBy: 'staff-8',
    approvedAt: '2029-07-21T11:00:00.000Z',
    keys: [
      { of: 'request', id: requestId, destroyedAt },
      { of: 'case', id: caseId, destroyedAt },
    ],
    keysInBackupsUntil: on('2029-08-25'),
    removed,
    kept,
    entries: { count: 41, first: 1_204, last: 90_812 },
  },
  hash,
  entry: {
    number: 90_813,
    recordedAt: '2029-07-21T11:00:02.000000Z',
    action: 'RequestErased',
    by: 'staff-8',
    requestId,
    caseId: null,
    run: null,
    eventNumber: null,
    cite: 'UK GDPR Art 5(1)(e)',
    commitment: null,
    correlationId: null,
    detail: { reference, certificate: hash },
    leafIndex: 90_812,
  },
  proof: [hash],
  head: 'council.example/duly\n90813\nXxx=\n2029-07-21T11:00:03Z\n\n— council.example/duly Xxx=\n',
};
