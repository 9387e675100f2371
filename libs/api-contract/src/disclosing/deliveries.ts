import { z } from 'zod';
import { id, instant, staffId, words } from '../fields.js';

const many = z.int().min(0);
const way = z.enum(['link', 'post', 'transfer'], 'must be link, post or transfer');
const codeBy = z.enum(['phone', 'post'], 'must be phone or post');

export const deliveryBody = z
  .strictObject({
    way,
    package: id.exactOptional().meta({ description: 'The newest without it.' }),
    codeBy: codeBy.exactOptional().meta({
      description: 'Of a link: it opens only with a code, which is told by this other channel.',
    }),
    uses: z
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .max(20, 'must be 20 or less')
      .exactOptional()
      .meta({
        description: 'How often one link gives the copy; 3 without it.',
      }),
    days: z
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .max(90, 'must be 90 or less')
      .exactOptional()
      .meta({
        description: 'For how long one link is good; 14 without it.',
      }),
    receiver: id.exactOptional().meta({
      description: 'Of a transfer: to which controller of GET /v1/receivers it goes straight.',
    }),
  })
  .refine(body => (body.way === 'transfer') === (body.receiver !== undefined), {
    error: 'must be given of a transfer, and of no other way',
    path: ['receiver'],
  })
  .meta({ id: 'PrepareDelivery' });
export type DeliveryBody = z.infer<typeof deliveryBody>;

export const postedBody = z
  .strictObject({
    words: words.exactOptional().meta({ description: 'How, such as the number of the parcel.' }),
  })
  .meta({ id: 'RecordPosted' });
export type PostedBody = z.infer<typeof postedBody>;

export const happenings = [
  'prepared',
  'sent',
  'opened',
  'code-told',
  'wrong-code',
  'locked',
  'downloaded',
  'broken-off',
  'expired',
  'used-up',
  'renewal-asked',
  'sent-again',
  'posted',
  'copy-destroyed',
  'transfer-begun',
  'transfer-received',
  'transfer-refused',
  'transfer-accepted',
  'transfer-rejected',
  'copy-offered',
] as const;

const transfer = z
  .strictObject({
    receiver: id,
    to: z.string().meta({ description: 'The controller, as people call it.' }),
    state: z.enum(['prepared', 'sending', 'received', 'failed']),
    sent: many.meta({ description: 'Bytes that the receiver holds.' }),
    waitsFor: z
      .enum(['no-answer', 'certificate-refused', 'receiver-busy', 'tried-again'])
      .nullable()
      .meta({ description: 'It is tried again for as long as the package lives.' }),
    because: z
      .enum([
        'address-refused',
        'redirects',
        'not-let-in',
        'refused-there',
        'sent-before',
        'receipt-wrong',
        'receiver-removed',
        'package-gone',
      ])
      .nullable()
      .meta({ description: 'Why it failed; begin it anew once that is put right.' }),
    begunBy: staffId.nullable(),
    settledAt: instant.nullable(),
    offeredAt: instant.nullable().meta({ description: 'When the person was offered the copy instead.' }),
    outcome: z.enum(['accepted', 'rejected']).nullable().meta({ description: 'As the receiver says.' }),
    receipt: z.string().nullable().meta({ description: 'What the receiver signed.' }),
  })
  .meta({ id: 'TransferOfDelivery' });
export type TransferOfDelivery = z.infer<typeof transfer>;

const link = z.strictObject({
  number: z.int().min(1),
  state: z.enum(['waiting', 'open', 'locked', 'used-up', 'expired', 'ended']),
  until: instant.nullable(),
  uses: many,
  used: many,
  wantsCode: z.boolean(),
  hasCode: z.boolean(),
});

export const deliveryOfCase = z
  .strictObject({
    id,
    number: z.int().min(1),
    package: id,
    way: z.enum(['link', 'post', 'transfer']),
    codeBy: codeBy.nullable(),
    recipient: z.enum(['requester', 'recipient']),
    preparedBy: staffId,
    preparedAt: instant,
    hasEnded: z.boolean(),
    links: z.array(link),
    transfer: transfer.nullable(),
    happened: z.array(
      z.strictObject({
        what: z.enum(happenings),
        link: z.int().nullable(),
        by: z.string().meta({ description: 'A member of staff, `person`, `post` or `time`.' }),
        words: z.string().nullable(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'DeliveryOfCase' });
export type DeliveryOfCase = z.infer<typeof deliveryOfCase>;

/** One line of a case's history: what became of a copy that was sent, told beside the events, which are the case's own. */
export const deliveryTold = z
  .strictObject({
    delivery: z.int().min(1).meta({ description: 'Its number in the case.' }),
    way: z.enum(['link', 'post', 'transfer']),
    link: z.int().nullable(),
    what: z.enum(happenings),
    by: z.string().meta({ description: 'A member of staff, `person`, `post` or `time`.' }),
    at: instant,
  })
  .meta({ id: 'DeliveryTold' });
export type DeliveryTold = z.infer<typeof deliveryTold>;

export const deliveriesView = z
  .strictObject({ case: id, deliveries: z.array(deliveryOfCase) })
  .meta({ id: 'DeliveriesOfCase' });
export type DeliveriesView = z.infer<typeof deliveriesView>;

export const deliveryPrepared = z.strictObject({ delivery: id, case: id }).meta({ id: 'DeliveryPrepared' });
export type DeliveryPrepared = z.infer<typeof deliveryPrepared>;

export const codeShown = z
  .strictObject({ code: z.string().regex(/^[0-9]{8}$/), link: z.int().min(1) })
  .meta({ id: 'DeliveryCode' });
export type CodeShown = z.infer<typeof codeShown>;

export const caseDeliveryParams = z.strictObject({ id, delivery: id });
export const linkParams = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{10,100}$/, 'must be the end of a link'),
});
export const linkBody = z
  .strictObject({ code: z.string().max(40, 'must be at most 40 characters long').exactOptional() })
  .meta({ id: 'OpenLink' });
export type LinkBody = z.infer<typeof linkBody>;
