import { eventTypes, letterKinds, letterRecipients } from '@duly/case';
import { clockStates, rulesetIds } from '@duly/law';
import { z } from 'zod';
import { deliveryTold } from './disclosing/deliveries.js';
import { civilDate, eventNumber, id, instant, reference, staffId } from './fields.js';

const step = z.strictObject({
  rule: z.string(),
  cite: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  outcome: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  text: z.string().meta({ description: 'The step in words.' }),
});

const date = civilDate.nullable();

/** What the law's clock answers for the facts that stand. */
const clockResult = z.strictObject({
  ruleset: z.enum(rulesetIds),
  relevantDate: date,
  dueDate: date.meta({ description: 'Without an extension.' }),
  extendedDueDate: date,
  extensionNoticeBy: date,
  conservativeExtensionNoticeBy: date,
  effectiveDueDate: date.meta({ description: 'The date that binds.' }),
  conservativeDueDate: date,
  fallbackDueDate: date,
  planBy: date,
  excludedDays: z.number().nullable(),
  countedDays: z.number().nullable(),
  remainingDays: z.number().nullable(),
  state: z.enum(clockStates),
  inTime: z.boolean().nullable(),
  extensionValid: z.boolean().nullable(),
  acknowledgeBy: date,
  stopProcessing: date,
  refusable: z.boolean().nullable(),
  reason: z.string().nullable(),
});

/** How the date was worked out: every step with rule, article and arithmetic. The legal date and the date to work to stand apart. */
export const clockView = z
  .strictObject({
    id,
    reference,
    version: eventNumber,
    dueDate: date.meta({ description: 'The legal date that binds now.' }),
    planBy: date.meta({ description: 'The date to work to.' }),
    isProvisional: z.boolean(),
    calendar: z.string(),
    clock: clockResult,
    steps: z.array(step),
    text: z.string().meta({ description: 'The steps for people, one numbered line each.' }),
  })
  .meta({ id: 'Clock' });
export type ClockView = z.infer<typeof clockView>;

/** One event. Its own data stand beside the head: enums, dates, numbers and ids; `words` holds what the ids name. */
const timelineEvent = z
  .looseObject({
    number: eventNumber,
    run: eventNumber,
    type: z.enum(eventTypes),
    on: civilDate,
    at: instant.exactOptional(),
    recordedAt: instant,
    by: staffId,
    approvedBy: staffId.exactOptional(),
    cite: z.string(),
  })
  .meta({ id: 'TimelineEvent' });

export const timelineView = z
  .strictObject({
    id,
    reference,
    version: eventNumber,
    events: z.array(timelineEvent),
    deliveries: z
      .array(deliveryTold)
      .meta({ description: 'Sent, opened, downloaded, expired, sent again: of every copy, in order.' }),
    words: z
      .record(z.uuid(), z.string())
      .nullable()
      .meta({ description: 'The text of each id of words; null where the caller may not read it.' }),
    staff: z
      .record(z.string(), z.string())
      .meta({ description: 'The name of each member of staff who acted.' }),
  })
  .meta({ id: 'Timeline' });
export type TimelineView = z.infer<typeof timelineView>;

export const letterStates = [
  'decided',
  'sending',
  'deferred',
  'accepted',
  'refused',
  'unknown',
  'to-be-posted',
  'not-needed',
] as const;

export const letterId = z
  .string()
  .regex(/^[A-Za-z0-9.-]{1,160}$/, 'must be the id of a letter, as GET /v1/cases/{id}/letters shows it');

/** Of letters from before this was kept, and of one that is not written yet, all four are null. */
const writtenAs = {
  template: z.string().nullable().meta({ description: 'The template that wrote it.' }),
  templateVersion: z
    .int()
    .min(1)
    .nullable()
    .meta({ description: 'The version of its wording, as `duly letters list` shows it.' }),
  language: z.string().nullable().meta({ description: 'The language it is written in (BCP 47).' }),
  dataHash: z.string().nullable().meta({
    description:
      'HMAC of the data it was written from, hexadecimal, under the key of the request: worth nothing once that is destroyed.',
  }),
  printHash: z
    .string()
    .nullable()
    .meta({ description: 'SHA-256 of its PDF, hexadecimal; null while nobody has printed it.' }),
};
const serverWords = z
  .string()
  .nullable()
  .meta({ description: 'What the mail server said; null where it said nothing, or the keys are destroyed.' });

const letterTry = z
  .strictObject({
    number: z.int().min(1),
    beganAt: instant,
    endedAt: instant.nullable(),
    result: z.enum(['accepted', 'refused', 'deferred', 'unknown']).nullable().meta({
      description:
        '`unknown`: the connection was lost after the letter had begun to go over. Null while it is under way.',
    }),
    replyCode: z.int().nullable(),
    words: serverWords,
  })
  .meta({ id: 'LetterTry' });

const letterReport = z
  .strictObject({
    what: z.enum(['for-good', 'for-now', 'delayed', 'auto-reply']),
    source: z.enum(['mailbox', 'webhook']),
    status: z.string().nullable().meta({ description: 'RFC 3463, such as 5.1.1.' }),
    receivedAt: instant,
    words: serverWords,
  })
  .meta({ id: 'LetterReport' });

const letter = z
  .strictObject({
    id: z.string(),
    kind: z.enum(letterKinds),
    level: z.enum(['request', 'case']),
    recipient: z.enum(letterRecipients),
    decided: eventNumber.meta({ description: 'The event that decided it.' }),
    run: eventNumber,
    state: z.enum(letterStates).meta({ description: 'Only `accepted` counts as given by e-mail.' }),
    decidedAt: instant,
    builtAt: instant.nullable(),
    hash: z.string().nullable().meta({ description: 'SHA-256 of the bytes sent, hexadecimal.' }),
    messageId: z.string().nullable(),
    tries: z.int().min(0),
    isPossibleDuplicate: z.boolean(),
    outcomeOn: date,
    outcomeAt: instant.nullable(),
    replyCode: z.int().nullable(),
    plannedFor: date.meta({
      description: 'The day on which a planned reminder goes out; it moves with a new public holiday.',
    }),
    ...writtenAs,
    size: z.int().nullable().meta({ description: 'Bytes of the message.' }),
    sends: z.array(letterTry).meta({ description: 'Every try to send it, in order.' }),
    reports: z
      .array(letterReport)
      .meta({ description: 'What the mail system reported of it later, in order.' }),
  })
  .meta({ id: 'Letter' });

export const lettersView = z
  .strictObject({ id, reference, version: eventNumber, letters: z.array(letter) })
  .meta({ id: 'Letters' });
export type LettersView = z.infer<typeof lettersView>;

/** A letter as its reader sees it; also one that is to be printed and posted. Who reads it is written into the audit log. */
export const letterContent = letter
  .extend({
    to: z.string().nullable().meta({ description: 'Its e-mail address; null of one that goes by post.' }),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable().meta({ description: 'Null of a letter in plain text alone.' }),
  })
  .meta({ id: 'LetterContent' });
export type LetterContent = z.infer<typeof letterContent>;

/** A file, not text. */
export const letterOnPaper = z.string().meta({ id: 'LetterOnPaper', format: 'binary' });
