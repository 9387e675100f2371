import { z } from 'zod';
import { eventNumber, id, instant, staffId, words } from '../fields.js';

const fieldName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'must be the name of a field');
const many = z.int().min(0);

const leftOutReasons = ['other-person', 'exemption', 'not-portable', 'not-in-scope'] as const;
const because = z.enum(leftOutReasons, `must be one of ${leftOutReasons.join(', ')}`).meta({
  description:
    'UK GDPR Arts 15(4), 20(4); DPA 2018 Schs 2–4; UK GDPR Art 20(1); what is not about the person.',
});
const exemption = eventNumber
  .exactOptional()
  .meta({ description: 'With `because` exemption: the number of the event that applied it.' });
const why = words.meta({ description: 'What it is, and why; kept in the vault.' });

/** What somebody decides of one item. */
export const reviewBody = z
  .discriminatedUnion('mark', [
    z.strictObject({
      mark: z.literal('seen'),
      words: why.exactOptional().meta({
        description: 'Why it may go although it tells of other people; needed where that is marked.',
      }),
    }),
    z.strictObject({ mark: z.literal('third-party'), words: why }),
    z.strictObject({
      mark: z.literal('redact'),
      fields: z.array(fieldName).max(200).exactOptional().meta({ description: 'Left out of every record.' }),
      records: z
        .array(z.int('must be a whole number').min(1, 'must be 1 or more'))
        .max(10_000)
        .exactOptional()
        .meta({ description: 'Left out, by their place from 1.' }),
      replacedBy: id.exactOptional().meta({
        description:
          'Of a document: the document that goes in its place, sent with POST /v1/cases/{id}/documents.',
      }),
      because,
      exemption,
      words: why,
    }),
    z.strictObject({ mark: z.literal('withhold'), because, exemption, words: why }),
  ])
  .meta({ id: 'MarkItem' });
export type ReviewBody = z.infer<typeof reviewBody>;

export const finishBody = z
  .strictObject({ version: z.string().regex(/^[0-9a-f]{32}$/, 'must be the version that the review shows') })
  .meta({ id: 'FinishReview' });
export type FinishBody = z.infer<typeof finishBody>;

const mark = z.strictObject({
  id,
  mark: z.enum(['seen', 'third-party', 'redact', 'withhold']),
  fields: z.array(z.string()).nullable(),
  records: z.array(z.int()).nullable(),
  replacedBy: id.nullable(),
  because: z.enum(leftOutReasons).nullable(),
  exemption: eventNumber.nullable(),
  words: z.string().nullable().meta({ description: 'Null where there are none, or they were erased.' }),
  by: staffId,
  at: instant,
  takenBackBy: staffId.nullable(),
  takenBackAt: instant.nullable(),
});

const entityField = z.strictObject({
  name: z.string(),
  type: z.string(),
  description: z.string(),
  origin: z.string(),
  basis: z.string(),
  term: z.string().exactOptional(),
});

const reviewItem = z.strictObject({
  id: id.meta({ description: 'Of the document; records of one entity are one document.' }),
  source: z.string(),
  entity: z
    .strictObject({ name: z.string(), description: z.string(), fields: z.array(entityField) })
    .nullable(),
  called: z.string().nullable().meta({ description: 'What a document was called when it came.' }),
  mediaType: z.string(),
  bytes: many,
  tellsOfOthers: z.boolean(),
  isWithheld: z.boolean(),
  notPortable: z.array(z.string()).meta({
    description: 'Of a portability case: fields that Art 20 does not reach, left out by themselves (R40).',
  }),
  missing: z.array(
    z.enum(['nobody-has-looked', 'others-not-decided', 'exemption-not-in-force', 'redacted-document-gone']),
  ),
  marks: z.array(mark),
});

export const reviewView = z
  .strictObject({
    case: id,
    version: z.string().meta({ description: 'Of exactly these items and marks.' }),
    isCollected: z.boolean().nullable().meta({ description: 'Null where nothing was asked of any source.' }),
    notClean: many.meta({
      description:
        'What was collected and waits for the virus scanner, or is not clean: nothing is finished or built before it is, or is removed.',
    }),
    asks: z.enum(['none', 'one', 'two']).meta({ description: 'Who must have finished it: the setting.' }),
    isFinished: z.boolean().meta({ description: 'What is asked is done, for this version.' }),
    finishedBy: z.array(z.strictObject({ by: staffId, at: instant })),
    items: z.array(reviewItem),
  })
  .meta({ id: 'Review' });
export type ReviewView = z.infer<typeof reviewView>;

export const reviewItemParams = z.strictObject({ id, item: id });
export const reviewMarkParams = z.strictObject({ id, mark: id });
export const recordsQuery = z.strictObject({
  from: z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(1e9, 'must be 1000000000 or less')
    .exactOptional(),
  limit: z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(200, 'must be 200 or less')
    .exactOptional(),
});
export type RecordsQuery = z.infer<typeof recordsQuery>;
export const recordsView = z
  .strictObject({
    from: z.int().min(1),
    records: z.array(z.record(z.string(), z.unknown())),
    next: z.int().nullable(),
  })
  .meta({ id: 'ReviewRecords' });
export type RecordsView = z.infer<typeof recordsView>;
