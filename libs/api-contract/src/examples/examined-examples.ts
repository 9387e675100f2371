import { toCivilDate as on } from '@duly/law';
import type { AsOfView, RetoldView, SampleView, StoryView } from '../examined.js';
import { clockExample } from './part-examples.js';
import { caseId, dueDate, receivedOn } from './view-examples.js';

const reference = 'DR-2026-000123-1';
const recordedAt = '2026-07-01T09:30:00.000Z';
const ruleset = 'uk-gdpr-2026' as const;
const calendarVersion = 'uk-2026-08-21';

export const asOfExample: AsOfView = {
  id: caseId,
  reference,
  on: on('2026-07-02'),
  recordedAt: null,
  version: 1,
  run: 1,
  right: 'access',
  state: 'RUNNING',
  receivedOn,
  outcome: null,
  closedOn: null,
  inTime: null,
  dueDate,
  planBy: dueDate,
  extension: 'none',
  ruleset,
  calendar: 'england-and-wales',
  calendarVersion,
  clock: clockExample,
  happened: [
    {
      number: 1,
      type: 'RequestReceived',
      on: receivedOn,
      recordedAt,
      by: 'staff-7',
      cite: 'UK GDPR Art 12A(1) (R16)',
    },
  ],
};

export const storyExample: StoryView = {
  id: caseId,
  reference,
  isErased: false,
  told: [
    {
      number: 1,
      on: receivedOn,
      who: 'Harriet Okafor',
      what: 'request received',
      why: ['Please send me all that you hold about me.'],
      rule: 'UK GDPR Art 12A(1) (R16)',
      letters: [
        { id: 'letter-1', kind: 'acknowledgement', to: 'requester', state: 'accepted', on: receivedOn },
      ],
    },
  ],
  deliveries: [
    {
      delivery: 1,
      way: 'link',
      link: 1,
      what: 'downloaded',
      who: 'the person',
      at: '2026-07-20T10:00:00.000Z',
    },
  ],
  text: `1. On 2026-07-01, Harriet Okafor: request received (UK GDPR Art 12A(1) (R16)).
Delivery 1 (link): downloaded on 2026-07-20, the person.
`,
};

const dates = { dueDate, inTime: null };
const judged = { ruleset, calendarVersion, dates, why: null, differences: [] };
export const retoldExample: RetoldView = {
  id: caseId,
  reference,
  told: { ruleset, calendarVersion, dates },
  ownLaw: judged,
  todaysLaw: judged,
  notices: [
    {
      event: 2,
      kind: 'acknowledgement',
      on: receivedOn,
      toldDueDate: dueDate,
      todaysDueDate: dueDate,
      isSame: true,
    },
  ],
};

export const sampleExample: SampleView = {
  seed: 'spring-2026',
  population: 1_204,
  cases: [
    {
      id: caseId,
      reference,
      right: 'access',
      receivedOn,
      dueDate,
      closedOn: on('2026-08-05'),
      outcome: 'answered',
      inTime: false,
      extension: 'none',
      handler: 'staff-7',
      team: 'Information rights',
    },
  ],
};
