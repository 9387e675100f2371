import { toCivilDate } from '@duly/law';
import type { ClockView, LetterContent, LettersView, TimelineView } from '../case-parts.js';
import type { CompleteBody } from '../command-answers.js';
import type { StaffView } from '../staff-views.js';
import type { TaskList, TaskView } from '../task-views.js';
import { caseId, dueDate, receivedOn, requestId } from './view-examples.js';

const reference = 'DR-2026-000123-1';
const wordsId = '9a0f0c3e-4b7d-4e53-9d3a-1f6b7c8d9e0f';
const cite = 'Reg 1182/71 Art 3(4)';
const text = '1 August 2026 is a Saturday, so the period ends on Monday 3 August 2026.';

export const clockExample: ClockView = {
  id: caseId,
  reference,
  version: 1,
  dueDate,
  planBy: dueDate,
  isProvisional: false,
  calendar: 'england-and-wales',
  clock: {
    ruleset: 'uk-gdpr-2026',
    relevantDate: receivedOn,
    dueDate,
    extendedDueDate: toCivilDate('2026-10-01'),
    extensionNoticeBy: dueDate,
    conservativeExtensionNoticeBy: toCivilDate('2026-08-01'),
    effectiveDueDate: dueDate,
    conservativeDueDate: dueDate,
    fallbackDueDate: dueDate,
    planBy: dueDate,
    excludedDays: 0,
    countedDays: null,
    remainingDays: null,
    state: 'RUNNING',
    inTime: null,
    extensionValid: null,
    acknowledgeBy: null,
    stopProcessing: null,
    refusable: true,
    reason: null,
  },
  steps: [{ rule: 'R11', cite, inputs: { end: '2026-08-01' }, outcome: dueDate, text }],
  text: `1. ${text} (R11; ${cite})`,
};

export const timelineExample: TimelineView = {
  id: caseId,
  reference,
  version: 1,
  events: [
    {
      number: 1,
      run: 1,
      type: 'RequestReceived',
      on: receivedOn,
      recordedAt: '2026-07-01T09:30:00.000Z',
      by: 'staff-3',
      cite: 'UK GDPR Art 12A(2)(a)',
      right: 'access',
      channel: 'email',
      words: wordsId,
      people: { requester: false, recipient: false },
    },
  ],
  deliveries: [
    { delivery: 1, way: 'link', link: 1, what: 'downloaded', by: 'person', at: '2026-07-20T10:00:00.000Z' },
  ],
  words: { [wordsId]: 'Please send me all that you hold about me. Then delete it.' },
  staff: { 'staff-3': 'Sam Handler' },
};

const letterExample: LettersView['letters'][number] = {
  id: `${requestId}.acknowledgement.1.requester`,
  kind: 'acknowledgement',
  level: 'request',
  recipient: 'requester',
  decided: 1,
  run: 1,
  state: 'accepted',
  decidedAt: '2026-07-01T09:30:01.000Z',
  builtAt: '2026-07-01T09:30:01.000Z',
  hash: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  messageId: '<5f2b7c@duly.council.example>',
  tries: 1,
  isPossibleDuplicate: false,
  outcomeOn: receivedOn,
  outcomeAt: '2026-07-01T09:30:02.000Z',
  replyCode: 250,
  plannedFor: null,
  template: 'acknowledgement',
  templateVersion: 2,
  language: 'en',
  dataHash: '3f0c1be0a2c0b9dd7f2e5f0d1c6a0f3b8f5d5f3f6f2b0e4b5a1c9d8e7f605142',
  printHash: null,
  size: 4_321,
  sends: [
    {
      number: 1,
      beganAt: '2026-07-01T09:30:01.000Z',
      endedAt: '2026-07-01T09:30:02.000Z',
      result: 'accepted',
      replyCode: 250,
      words: '250 2.0.0 Ok: queued as 4bQz',
    },
  ],
  reports: [
    {
      what: 'for-good',
      source: 'mailbox',
      status: '5.1.1',
      receivedAt: '2026-07-01T09:31:00.000Z',
      words: '550 5.1.1 <ann@example.org>: no such user here',
    },
  ],
};

export const lettersExample: LettersView = {
  id: caseId,
  reference,
  version: 1,
  letters: [letterExample],
};

export const letterContentExample: LetterContent = {
  ...letterExample,
  to: 'ann@example.org',
  subject: 'We have received your request (DR-2026-000123)',
  text: 'Dear Ann Lee,\n\nWe received your request on Wednesday 1 July 2026.\n',
  html: null,
};

export const taskExample: TaskView = {
  id: `${caseId}.1.1.assess`,
  kind: 'assess',
  about: 1,
  lastDay: null,
  openedAt: '2026-07-01T09:30:01.000Z',
  handler: 'staff-3',
  team: 'information rights',
  verbs: ['add-note', 'refuse', 'answer'],
  case: caseId,
  request: requestId,
  reference,
  right: 'access',
  dueDate,
  planBy: dueDate,
  isLate: false,
  hasAlarm: false,
  actBy: dueDate,
  claimedAt: '2026-07-01T10:00:00.000Z',
  endedAt: null,
};

export const staffExample: StaffView = {
  id: 'staff-3',
  name: 'Sam Handler',
  team: 'information rights',
  roles: ['handler'],
  manager: 'staff-7',
  absence: null,
  hasEmail: true,
  hasSignedIn: true,
  wantsDigest: false,
};

export const taskListExample: TaskList = {
  tasks: [taskExample],
  names: { 'staff-3': 'Sam Handler' },
  next: null,
};

export const completeExample: CompleteBody = {
  verb: 'add-note',
  words: 'The files are all here.',
  completes: 'assess',
};
