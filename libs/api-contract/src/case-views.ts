import { actingAs, caseRights, channels, dutyNames, refusalGrounds } from '@duly/case';
import { clockStates, rulesetIds } from '@duly/law';
import { z } from 'zod';
import { caseItem } from './case-item.js';
import { child } from './duties/competence.js';
import { civilDate, eventNumber, id, instant, reference, staffId } from './fields.js';
import { caseLink } from './look-alikes.js';
import { person } from './open-request.js';
import { namesOfStaff, openTask } from './task-views.js';

export const caseOutcomes = [
  'answered',
  'partly-answered',
  'refused',
  'withdrawn',
  'abandoned',
  'reclassified',
  'not-identified',
  'died',
  'dismissed',
  'concluded',
] as const;
export const extensionStates = ['none', 'decided', 'in-force', 'fell-away', 'removed'] as const;

/** Who takes part. Null where it is not for the caller's eyes. */
export const people = z
  .strictObject({
    subject: person,
    requester: person.nullable(),
    recipient: person.nullable(),
    actsAs: z.enum(actingAs).nullable().meta({ description: 'As what the requester asks.' }),
    child: z.strictObject(child).nullable().meta({ description: 'The subject is a child (R48).' }),
  })
  .nullable()
  .meta({ id: 'People', description: 'Null where the caller may not see who takes part.' });
export type PeopleView = z.infer<typeof people>;

/** What a list shows of a case. */
const listed = {
  ...caseItem.shape,
  requestId: id,
  receivedOn: civilDate,
  closedOn: civilDate.nullable(),
  outcome: z.enum(caseOutcomes).nullable(),
  inTime: z.boolean().nullable().meta({ description: 'Null while nothing was answered or refused.' }),
  isLate: z.boolean().meta({ description: 'The last local day has ended without an answer.' }),
  isDueSoon: z.boolean(),
  alarmFor: civilDate.nullable().meta({ description: 'The date for which an alarm stands.' }),
  handler: staffId.nullable(),
  team: z.string().nullable(),
};

export const caseRow = z.strictObject(listed).meta({ id: 'CaseRow' });
export type CaseRow = z.infer<typeof caseRow>;

const cursor = z.string().meta({ description: 'Give it as `cursor` to read on; null at the end.' });

export const caseList = z
  .strictObject({ cases: z.array(caseRow), names: namesOfStaff, next: cursor.nullable() })
  .meta({ id: 'CaseList' });
export type CaseList = z.infer<typeof caseList>;

const hold = z.strictObject({ since: civilDate, cite: z.string() }).nullable().meta({
  description:
    'While it stands, nothing in scope may be altered, erased or restricted (DPA 2018 s.173): from receipt to closure of an access or portability case.',
});

const days = z.int().min(0).nullable();

/** What statistics count it by. */
const counted = {
  isEnquiry: z.boolean().meta({ description: 'Held as one that may be no request, and not promoted (R46).' }),
  targetDate: civilDate
    .nullable()
    .meta({ description: 'The organisation’s own target (R32); never the legal date.' }),
  excludedDays: days.meta({
    description:
      'Civil days for which the month stood still; null while a pause is open, or before it begins.',
  }),
  countedDays: days.meta({
    description: 'Civil days counted before the pause that is open; null where none is.',
  }),
  refusedFor: z
    .array(z.enum(refusalGrounds))
    .meta({ description: 'The grounds of refusals that were given since it was last opened.' }),
  idleSince: civilDate.nullable().meta({
    description:
      'The last day on which anything was done; null while it is closed or waits for the person (R33).',
  }),
  longestIdleDays: days.meta({
    description:
      'Civil days of the longest stretch in which nothing was done, though it waited for nobody but us (R33); null where that was not kept.',
  }),
};

/** One case, with its sisters of the same request. */
export const caseView = z
  .strictObject({
    ...listed,
    run: eventNumber,
    requestReference: reference,
    channel: z.enum(channels),
    ruleset: z.enum(rulesetIds),
    relevantDate: civilDate.nullable(),
    unextendedDueDate: civilDate.nullable(),
    extendedDueDate: civilDate.nullable(),
    conservativeDueDate: civilDate.nullable(),
    fallbackDueDate: civilDate.nullable(),
    extensionNoticeBy: civilDate.nullable(),
    conservativeExtensionNoticeBy: civilDate.nullable(),
    extension: z.enum(extensionStates),
    promisedDate: civilDate.nullable(),
    calendar: z.string(),
    calendarVersion: z.string(),
    calendarTo: civilDate.nullable(),
    isIdentityAskedLate: z.boolean(),
    owes: z
      .array(z.enum(dutyNames))
      .meta({ description: 'What the right still wants on record before it is answered.' }),
    hold,
    reason: z.string().nullable().meta({ description: 'Why there is no due date, in words.' }),
    ...counted,
    hasStarted: z.boolean().meta({ description: 'False while the case was accepted and is about to start.' }),
    links: z.array(caseLink).meta({ description: 'Cases of other requests that a handler has linked.' }),
    sisters: z.array(caseItem).meta({ description: 'The other cases of the same request.' }),
    people,
    tasks: z.array(openTask).meta({ description: 'What people must do now.' }),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof caseView>;

/** What the person sent, and every case of it. */
export const requestView = z
  .strictObject({
    id,
    reference,
    rights: z.array(z.enum(caseRights)),
    channel: z.enum(channels),
    receivedOn: civilDate,
    receivedAt: instant.nullable(),
    acceptedAt: instant,
    acceptedBy: staffId,
    externalReference: z.string().nullable(),
    aboutCase: id
      .nullable()
      .meta({ description: 'The case that a complaint is about, where it is about one.' }),
    words: z.string().nullable().meta({ description: 'Null where the caller may not read it.' }),
    people,
    cases: z.array(caseItem),
  })
  .meta({ id: 'Request' });
export type RequestView = z.infer<typeof requestView>;

/** States that a list can be narrowed to; `open` and `closed` gather the others. */
export const listedStates = [...clockStates, 'open', 'closed'] as const;
export { cursor as nextCursor };
