import { lawfulBases } from '@duly/law';
import { z } from 'zod';
import { among } from '../command-parts.js';
import { id, instant, staffId, words } from '../fields.js';

const many = z.int().min(0);
const nullableWords = z.string().nullable();
const basis = among(lawfulBases);

export const incomingStates = [
  'receiving',
  'received',
  'to-assess',
  'refused',
  'accepted',
  'rejected',
] as const;
export const incomingFaults = [
  'hash-differs',
  'not-a-package',
  'unsafe-name',
  'not-a-plain-file',
  'expands-too-far',
  'not-as-listed',
  'not-readable',
  'infected',
] as const;
export const itemReasons = ['not-relevant', 'excessive', 'other-person'] as const;

const line = {
  id,
  sender: z.string().meta({ description: 'The controller that sent it.' }),
  theirReference: z.string(),
  state: z.enum(incomingStates).meta({
    description:
      '`received`: in quarantine, until it has been looked at by machine. `refused`: not taken, and destroyed.',
  }),
  bytes: many,
  received: many.meta({ description: 'Bytes that are here.' }),
  because: z.enum(incomingFaults).nullable(),
  waitsFor: z.string().nullable().meta({ description: 'Why it is still in quarantine, in a word.' }),
  announcedAt: instant,
  receivedAt: instant.nullable(),
  examinedAt: instant.nullable(),
  decidedBy: staffId.nullable(),
  decidedAt: instant.nullable(),
  letter: z.string().nullable().meta({ description: 'What became of the letter to the person.' }),
  destroyedAt: instant.nullable(),
} as const;

export const incomingLine = z.strictObject(line).meta({ id: 'IncomingPackageLine' });
export type IncomingLine = z.infer<typeof incomingLine>;
export const incomingList = z
  .strictObject({ packages: z.array(incomingLine) })
  .meta({ id: 'IncomingPackages' });
export type IncomingList = z.infer<typeof incomingList>;

export const incomingItem = z
  .strictObject({
    id,
    number: z.int().min(1),
    kind: z.enum(['records', 'document']),
    path: z.string(),
    mediaType: z.string(),
    bytes: many,
    records: many.nullable(),
    described: nullableWords.meta({ description: 'What the sender says of it; null once it is erased.' }),
    decision: z.enum(['keep', 'delete']).nullable(),
    because: z.enum(itemReasons).nullable(),
    otherPeople: z
      .boolean()
      .nullable()
      .meta({ description: 'It tells of others too: kept for the person, and not for our own purposes.' }),
    otherPeopleBasis: z.enum(lawfulBases).nullable(),
    words: nullableWords,
    decidedBy: staffId.nullable(),
    decidedAt: instant.nullable(),
    isDeleted: z.boolean(),
  })
  .meta({ id: 'IncomingItem' });
export type IncomingItemView = z.infer<typeof incomingItem>;

export const incomingView = z
  .strictObject({
    ...line,
    person: z
      .strictObject({ name: z.string(), email: nullableWords, postalAddress: nullableWords })
      .nullable()
      .meta({ description: 'Whose data it is; null once it is erased.' }),
    contact: z.string().meta({ description: 'To whom the sender is asked.' }),
    receipt: nullableWords,
    decision: nullableWords.meta({ description: 'The reasons that were given.' }),
    basis: z.enum(lawfulBases).nullable(),
    items: z.array(incomingItem),
  })
  .meta({ id: 'IncomingPackage' });
export type IncomingView = z.infer<typeof incomingView>;

export const incomingItemBody = z
  .strictObject({
    decision: among(['keep', 'delete']),
    because: among(itemReasons).exactOptional().meta({ description: 'Of what is deleted.' }),
    otherPeople: z.boolean().meta({ description: 'Whether it tells of other people.' }),
    otherPeopleBasis: basis.exactOptional().meta({
      description: 'On which basis their data is kept, where it is: never for purposes of our own.',
    }),
    words: words.meta({ description: 'What you looked at, and why it is needed or not.' }),
  })
  .refine(({ decision, because }) => (decision === 'delete') === (because !== undefined), {
    error: 'must say why of what is deleted, and of nothing else',
    path: ['because'],
  })
  .refine(
    ({ decision, otherPeople, otherPeopleBasis }) =>
      (decision === 'keep' && otherPeople) === (otherPeopleBasis !== undefined),
    {
      error: 'must be given of what is kept and tells of others, and of nothing else',
      path: ['otherPeopleBasis'],
    },
  )
  .meta({ id: 'JudgeIncomingItem' });
export type IncomingItemBody = z.infer<typeof incomingItemBody>;

export const acceptBody = z
  .strictObject({
    basis: basis.meta({ description: 'On which basis we use it.' }),
    words: words.meta({ description: 'What we use it for; the letter to the person says so.' }),
  })
  .meta({ id: 'AcceptPackage' });
export type AcceptBody = z.infer<typeof acceptBody>;

export const rejectBody = z
  .strictObject({ words: words.meta({ description: 'Why; the letter to the person says so.' }) })
  .meta({ id: 'RejectPackage' });
export type RejectBody = z.infer<typeof rejectBody>;

export const incomingItemParams = z.strictObject({ id, item: id });
