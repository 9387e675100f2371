import { caseRights, exemptionNames } from '@duly/case';
import { dataOrigins, lawfulBases } from '@duly/law';
import { z } from 'zod';
import { emailAddress, id, instant, lineOf, staffId, textOf, words } from './fields.js';

const name = z
  .string()
  .max(63, 'must be at most 63 characters long')
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and -, such as housing-system');

const field = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'must begin with a letter or _, then letters, digits and _'),
  type: z.enum(['text', 'integer', 'decimal', 'boolean', 'date', 'instant', 'list', 'object']),
  description: lineOf(500).meta({ description: 'In plain words, for the person.' }),
  origin: z.enum(dataOrigins).meta({ description: 'Provided by the person, observed, inferred or derived.' }),
  basis: z.enum(lawfulBases).meta({ description: 'UK GDPR Art 6(1), 9(2)(a).' }),
  term: z.url().max(500).exactOptional().meta({ description: 'The IRI of a term that others know.' }),
});

const entity = z.strictObject({
  name,
  description: lineOf(500),
  fields: z.array(field).min(1, 'must describe one field at least').max(500),
});

export const entities = z.array(entity).max(50).meta({
  description: 'The kinds of record it holds, field by field; empty where it holds documents alone.',
});

const host = z.string().min(1).max(200);

const terms = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('task'),
    email: emailAddress.meta({ description: 'Of the team, which is told and reminded.' }),
  }),
  z.strictObject({
    kind: z.literal('webhook'),
    url: z.url().max(2000).meta({ description: 'https://, on the open internet.' }),
  }),
  z.strictObject({
    kind: z.literal('postgresql'),
    queries: z
      .array(
        z.strictObject({
          entity: name,
          statement: textOf(20_000).meta({
            description: 'One SELECT; $1, $2 … stand for the parameters in their order.',
          }),
          parameters: z.array(z.enum(['name', 'email', 'phone', 'postalAddress', 'reference'])).max(10),
        }),
      )
      .min(1)
      .max(50),
    seconds: z.int().min(1).max(3_600).meta({ description: 'That one query may take.' }),
    rows: z.int().min(1).max(10_000_000).meta({ description: 'That one query may give.' }),
  }),
  z.strictObject({
    kind: z.literal('task-queue'),
    namespace: host,
    taskQueue: host,
    workflowType: host,
  }),
]);

const rights = z
  .array(z.enum(caseRights))
  .min(1, 'must name one right at least')
  .nullable()
  .meta({ description: 'The rights for which it is asked; null: each of them.' });

const connection = z
  .string()
  .max(2000)
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
  .meta({ description: 'Of a postgresql source, with a role that may only read. Kept sealed, never shown.' });

export const sourceBody = z
  .strictObject({
    name,
    title: lineOf(200),
    rights: rights.exactOptional(),
    entities,
    terms,
    connection: connection.exactOptional(),
  })
  .refine(({ terms: { kind }, connection: given }) => (kind === 'postgresql') === (given !== undefined), {
    error: 'must be given of a postgresql source, and of no other',
    path: ['connection'],
  })
  .refine(
    ({ terms: how, entities: held }) =>
      how.kind !== 'postgresql' || how.queries.every(query => held.some(one => one.name === query.entity)),
    { error: 'must name an entity of the source', path: ['terms'] },
  )
  .meta({ id: 'RegisterSource' });
export type SourceBody = z.infer<typeof sourceBody>;

export const sourceChangeBody = z
  .strictObject({
    title: lineOf(200).exactOptional(),
    rights: rights.exactOptional(),
    entities: entities.exactOptional(),
    terms: terms.exactOptional(),
    connection: connection.exactOptional(),
  })
  .meta({ id: 'ChangeSource' });
export type SourceChangeBody = z.infer<typeof sourceChangeBody>;

export const sourceView = z
  .strictObject({
    id,
    name,
    title: z.string(),
    rights,
    entities,
    terms,
    version: z.int().min(1),
    createdBy: staffId,
    createdAt: instant,
    changedAt: instant,
    earlierSecretUntil: instant.nullable(),
  })
  .meta({ id: 'Source' });
export type SourceView = z.infer<typeof sourceView>;

export const sourcesView = z.strictObject({ sources: z.array(sourceView) }).meta({ id: 'Sources' });
export type SourcesView = z.infer<typeof sourcesView>;

export const sourceRegistered = z
  .strictObject({
    id,
    secret: z.string().nullable().meta({
      description: 'Of a webhook, shown once; null of every other, and where it has been shown.',
    }),
  })
  .meta({ id: 'SourceRegistered' });
export type SourceRegistered = z.infer<typeof sourceRegistered>;

export const sourceParams = z.strictObject({ id });
export const sourceRemoved = z.strictObject({ id }).meta({ id: 'SourceRemoved' });

const purposes = ['collect', 'erase'] as const;
const answers = ['found', 'nothing-held', 'cannot', 'withheld', 'erased', 'partly-erased'] as const;

export const sourceAnswerBody = z
  .strictObject({
    answer: z.enum(answers).meta({
      description:
        '`found` once what was found is sent. `cannot` and `partly-erased` say why, `withheld` names the exemption. `erased` and `partly-erased` answer an erasure.',
    }),
    reasons: words.exactOptional(),
    exemption: z.enum(exemptionNames).exactOptional(),
    proof: words.exactOptional().meta({ description: 'Of an erasure: what shows that it was done.' }),
  })
  .refine(({ answer, reasons }) => !['cannot', 'partly-erased'].includes(answer) || reasons !== undefined, {
    error: 'must say why',
    path: ['reasons'],
  })
  .refine(({ answer, exemption }) => (answer === 'withheld') === (exemption !== undefined), {
    error: 'must be named of what is withheld, and of nothing else',
    path: ['exemption'],
  })
  .refine(({ answer, proof }) => ['erased', 'partly-erased'].includes(answer) === (proof !== undefined), {
    error: 'must be given of an erasure, and of nothing else',
    path: ['proof'],
  })
  .meta({ id: 'AnswerOfSource' });
export type SourceAnswerBody = z.infer<typeof sourceAnswerBody>;

export const setAsideBody = z.strictObject({ reasons: words }).meta({ id: 'SetSourceAside' });
export type SetAsideBody = z.infer<typeof setAsideBody>;

export const askParams = z.strictObject({ id, ask: id });
export const entityOfAskParams = z.strictObject({ id, ask: id, entity: name });
export const askByTokenParams = z.strictObject({ ask: id });
export const entityByTokenParams = z.strictObject({ ask: id, entity: name });

const many = z.int().min(0);
const nullableWords = z.string().nullable();

export const sourceAskView = z
  .strictObject({
    id,
    source: name,
    title: z.string(),
    kind: z.enum(['task', 'webhook', 'postgresql', 'task-queue']),
    entities: z.array(name),
    state: z.enum(['waiting', 'asked', 'answered', 'set-aside']),
    answer: z.enum(answers).nullable(),
    reasons: nullableWords.meta({
      description: 'Why it cannot, or was set aside; null also once it is erased.',
    }),
    exemption: z.enum(exemptionNames).nullable(),
    proof: nullableWords,
    askedAt: instant.nullable(),
    answeredAt: instant.nullable(),
    answeredBy: staffId.nullable(),
    setAsideAt: instant.nullable(),
    setAsideBy: staffId.nullable(),
    tries: many,
    failure: z.string().nullable().meta({ description: 'Why the last try failed; null where it did not.' }),
    chased: many,
    chasedAt: instant.nullable(),
    documents: many.meta({ description: 'What it has sent.' }),
    notClean: many.meta({ description: 'Of them, those that wait for a scan or are not clean.' }),
  })
  .meta({ id: 'SourceAsk' });
export type SourceAskView = z.infer<typeof sourceAskView>;

export const caseSourcesView = z
  .strictObject({
    case: id,
    collections: z.array(
      z.strictObject({
        purpose: z.enum(purposes),
        begunBy: staffId,
        begunAt: instant,
        completedAt: instant.nullable().meta({
          description: 'When the last source had answered or was set aside; null until then.',
        }),
        approvedBy: staffId
          .nullable()
          .meta({ description: 'Of an erasure; null until somebody approves it.' }),
        approvedAt: instant.nullable(),
        notBefore: instant.nullable().meta({
          description: 'Of an erasure: the end of the waiting period, by the case’s own clock.',
        }),
        open: many.meta({ description: 'Sources that have not answered.' }),
        sources: z.array(sourceAskView),
      }),
    ),
  })
  .meta({ id: 'SourcesOfCase' });
export type CaseSourcesView = z.infer<typeof caseSourcesView>;

/** What a source is told of whom it is asked about; it reads it with its token. */
export const askedOfSource = z
  .strictObject({
    ask: id,
    purpose: z.enum(purposes),
    reference: z.string(),
    subject: z.strictObject({
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      postalAddress: z.string().nullable(),
    }),
    entities,
    answerUntil: instant.nullable(),
  })
  .meta({ id: 'AskedOfSource' });
export type AskedOfSource = z.infer<typeof askedOfSource>;

export const answerTaken = z
  .strictObject({ ask: id, state: z.enum(['answered', 'set-aside', 'waiting', 'asked']) })
  .meta({ id: 'AnswerTaken' });
export type AnswerTaken = z.infer<typeof answerTaken>;
