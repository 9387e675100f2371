import { toCivilDate } from '@duly/law';
import type { CaseItem } from '../case-item.js';
import type { CaseList, CaseRow, CaseView, PeopleView, RequestView } from '../case-views.js';
import type { CommandAnswerBody, RequestCommandAnswer } from '../command-answers.js';
import type { LookAlikesView } from '../look-alikes.js';
import type { OpenEnquiry, OpenRequest, RequestOpened } from '../open-request.js';

export const requestId = '6a1f9a3e-0c1d-4b8e-9f57-2f7f3f3f9a01';
export const caseId = '0d2c1a55-7b59-4f0e-8f0e-6c1d2f3a4b5c';
export const receivedOn = toCivilDate('2026-07-01');
export const dueDate = toCivilDate('2026-08-03');

export const openRequestExample: OpenRequest = {
  rights: ['access', 'erasure'],
  channel: 'email',
  receivedOn,
  words: 'Please send me all that you hold about me. Then delete it.',
  subject: { name: 'Ann Example', email: 'ann@example.org' },
  externalReference: 'CRM 4711',
};

export const openEnquiryExample: OpenEnquiry = {
  ...openRequestExample,
  doubts: 'It may only ask when we are open.',
};

export const caseItemExample: CaseItem = {
  id: caseId,
  reference: 'DR-2026-000123-1',
  right: 'access',
  state: 'RUNNING',
  dueDate,
  planBy: dueDate,
  isProvisional: false,
  version: 1,
};

const sister: CaseItem = {
  ...caseItemExample,
  id: '5c8e6a0b-3f7a-4b7e-8a54-0d1c2b3a4f5e',
  reference: 'DR-2026-000123-2',
  right: 'erasure',
};

export const requestOpenedExample: RequestOpened = {
  request: requestId,
  reference: 'DR-2026-000123',
  cases: [caseItemExample, sister],
};

const people: PeopleView = {
  subject: { name: 'Ann Example', email: 'ann@example.org' },
  requester: null,
  recipient: null,
  actsAs: null,
  child: null,
};

export const requestExample: RequestView = {
  id: requestId,
  reference: 'DR-2026-000123',
  rights: ['access', 'erasure'],
  channel: 'email',
  receivedOn,
  receivedAt: null,
  acceptedAt: '2026-07-01T09:30:00.000Z',
  acceptedBy: 'staff-3',
  externalReference: 'CRM 4711',
  aboutCase: null,
  words: 'Please send me all that you hold about me. Then delete it.',
  people,
  cases: [caseItemExample, sister],
};

export const lookAlikesExample: LookAlikesView = {
  id: requestId,
  reference: 'DR-2026-000123',
  lookAlikes: [
    {
      request: '7b2f9a3e-0c1d-4b8e-9f57-2f7f3f3f9a02',
      reference: 'DR-2026-000099',
      receivedOn: toCivilDate('2026-05-04'),
      same: ['email', 'name'],
      isLinked: false,
      cases: [{ ...caseItemExample, reference: 'DR-2026-000099-1', state: 'CLOSED_COMPLETED', version: 9 }],
    },
  ],
};

export const rowExample: CaseRow = {
  ...caseItemExample,
  requestId,
  receivedOn,
  closedOn: null,
  outcome: null,
  inTime: null,
  isLate: false,
  isDueSoon: false,
  alarmFor: null,
  handler: 'staff-3',
  team: 'information rights',
};

export const caseListExample: CaseList = {
  cases: [rowExample],
  names: { 'staff-3': 'Sam Handler' },
  next: null,
};

export const caseExample: CaseView = {
  ...rowExample,
  run: 1,
  requestReference: 'DR-2026-000123',
  channel: 'email',
  ruleset: 'uk-gdpr-2026',
  relevantDate: receivedOn,
  unextendedDueDate: dueDate,
  extendedDueDate: toCivilDate('2026-10-01'),
  conservativeDueDate: dueDate,
  fallbackDueDate: dueDate,
  extensionNoticeBy: dueDate,
  conservativeExtensionNoticeBy: toCivilDate('2026-08-01'),
  extension: 'none',
  promisedDate: null,
  calendar: 'england-and-wales',
  calendarVersion: '2026-08-21',
  calendarTo: toCivilDate('2028-12-31'),
  isIdentityAskedLate: false,
  owes: ['search'],
  hold: { since: receivedOn, cite: 'DPA 2018 s.173 (R49a)' },
  reason: null,
  isEnquiry: false,
  targetDate: toCivilDate('2026-07-29'),
  excludedDays: 0,
  countedDays: null,
  refusedFor: [],
  idleSince: receivedOn,
  longestIdleDays: 0,
  hasStarted: true,
  links: [],
  sisters: [sister],
  people,
  tasks: [
    {
      id: `${caseId}.1.1.assess`,
      kind: 'assess',
      about: 1,
      lastDay: null,
      openedAt: '2026-07-01T09:30:01.000Z',
      handler: null,
      team: null,
      verbs: ['add-note', 'refuse', 'answer'],
    },
  ],
};

export const commandAnswerExample: CommandAnswerBody = {
  version: 2,
  events: ['ExtensionDecided'],
  case: { ...caseItemExample, version: 2 },
};

export const requestCommandExample: RequestCommandAnswer = [
  { case: caseItemExample.id, version: 2, outcome: 'accepted' },
  { case: sister.id, version: null, outcome: 'waiting' },
];
