import { z } from 'zod';
import { id, instant, lineOf, staffId } from '../fields.js';

const title = lineOf(200).meta({ description: 'The controller, as people call it; letters name it so.' });
const url = z
  .string()
  .min(1, 'must not be empty')
  .max(1900, 'must be at most 1900 characters long')
  .regex(/[^/]$/, 'must not end with /')
  .meta({
    description:
      'Where it takes packages: https://, on the open internet, such as https://data.example.org/v1/transfers.',
    format: 'uri',
  });
const token = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits, as the other controller gave them')
  .meta({ description: 'What lets us in there; kept sealed, and never shown.' });
const receiptKey = z
  .string()
  .regex(
    /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/,
    'must be a public key as `npx duly audit key` prints it, there',
  )
  .meta({ description: 'The public key by which its receipts are proved.' });

export const receiverBody = z
  .strictObject({ title, url, token, receiptKey })
  .meta({ id: 'RegisterReceiver' });
export type ReceiverBody = z.infer<typeof receiverBody>;

export const receiverView = z
  .strictObject({
    id,
    title,
    url,
    receiptKey,
    createdBy: staffId,
    createdAt: instant,
  })
  .meta({ id: 'Receiver' });
export type ReceiverView = z.infer<typeof receiverView>;

export const receiversView = z.strictObject({ receivers: z.array(receiverView) }).meta({ id: 'Receivers' });
export type ReceiversView = z.infer<typeof receiversView>;

const contact = lineOf(300).meta({ description: 'To whom people there turn: an address or a number.' });

export const senderBody = z.strictObject({ title, contact }).meta({ id: 'RegisterSender' });
export type SenderBody = z.infer<typeof senderBody>;

export const senderView = z
  .strictObject({ id, title, contact, createdBy: staffId, createdAt: instant })
  .meta({ id: 'Sender' });
export type SenderView = z.infer<typeof senderView>;

export const sendersView = z.strictObject({ senders: z.array(senderView) }).meta({ id: 'Senders' });
export type SendersView = z.infer<typeof sendersView>;

export const senderRegistered = z
  .strictObject({
    id,
    token: z.string().nullable().meta({
      description: 'Shown once: the answer to the same call again is without it.',
    }),
    url: z.string().meta({ description: 'Where it sends packages.' }),
    receiptKey: z.string().meta({ description: 'By which it proves our receipts.' }),
  })
  .meta({ id: 'SenderRegistered' });
export type SenderRegistered = z.infer<typeof senderRegistered>;

export const controllerRemoved = z.strictObject({ id }).meta({ id: 'ControllerRemoved' });
