import { eventTypes } from '@duly/case';
import { readDay, readInstant } from '@duly/law';
import { z } from 'zod';
import { eventNumber, id, instant, staffId } from './fields.js';
import { page } from './queries.js';

/** `ping` comes when it is asked for, whatever an endpoint wants. */
const hookTypes = eventTypes.map(type => `case.${type}` as const);
const hookType = z
  .enum(hookTypes, 'must be the type of an event, such as case.RequestReceived')
  .meta({ id: 'HookType' });
const url = z
  .string()
  .min(1, 'must not be empty')
  .max(2000, 'must be at most 2000 characters long')
  .meta({ description: 'https://, on the open internet, without a name or password in it.', format: 'uri' });
const types = z
  .array(hookType)
  .min(1, 'must name one type at least; leave it out, or null, for every type')
  .max(hookTypes.length, 'names a type twice')
  .refine(list => new Set(list).size === list.length, 'names a type twice')
  .nullable()
  .meta({ description: 'The types of message it wants; null: every type, also one that comes later.' });

export const hookBody = z.strictObject({ url, types: types.exactOptional() }).meta({ id: 'RegisterHook' });
export type HookBody = z.infer<typeof hookBody>;

export const hookChangeBody = z
  .strictObject({ url: url.exactOptional(), types: types.exactOptional() })
  .refine(body => body.url !== undefined || body.types !== undefined, 'must hold url, types or both')
  .meta({ id: 'ChangeHook' });
export type HookChangeBody = z.infer<typeof hookChangeBody>;

export const hookRotateBody = z
  .strictObject({
    overlapHours: z
      .int('must be a whole number')
      .min(0, 'must be 0 or more')
      .max(168, 'must be 168 or less: a week')
      .exactOptional()
      .meta({
        description: 'How long the earlier secret signs too; 24 without it, 0 where it is known to others.',
      }),
  })
  .meta({ id: 'RotateHookSecret' });
export type HookRotateBody = z.infer<typeof hookRotateBody>;

const states = ['waiting', 'held', 'delivered', 'failed'] as const;
const state = z
  .enum(states, `must be one of ${states.join(', ')}`)
  .meta({ description: '`held`: recorded while the endpoint was disabled; it goes out by a replay.' });

export const hookReplayBody = z
  .strictObject({
    from: instant,
    to: instant.meta({ description: 'Not within.' }),
    states: z
      .array(state)
      .min(1, 'must name one state at least')
      .max(states.length, 'names a state twice')
      .exactOptional()
      .meta({ description: 'Without it: delivered, failed and held.' }),
  })
  .refine(({ from, to }) => (readInstant(from, readDay) ?? 0) < (readInstant(to, readDay) ?? 0), {
    error: 'must lie before to',
    path: ['from'],
  })
  .meta({ id: 'ReplayHook' });
export type HookReplayBody = z.infer<typeof hookReplayBody>;

export const hookParams = z.strictObject({ id });
export const deliveryParams = z.strictObject({ id, delivery: id });
export const hookDeliveriesQuery = z.strictObject({ state: state.exactOptional(), ...page });
export type HookDeliveriesQuery = z.infer<typeof hookDeliveriesQuery>;

const many = z.int().min(0);

export const hookView = z
  .strictObject({
    id,
    url,
    types,
    state: z
      .enum(['enabled', 'failing', 'disabled'])
      .meta({ description: '`failing`: its last tries failed, and they go on.' }),
    failingSince: instant.nullable(),
    disabledAt: instant.nullable(),
    disabledBecause: z
      .enum(['by-hand', 'gone', 'failing'])
      .nullable()
      .meta({ description: '`gone`: it answered 410. `failing`: it failed alone for too long.' }),
    waiting: many.meta({ description: 'Messages that wait or are tried again.' }),
    held: many.meta({ description: 'Messages recorded while it was disabled.' }),
    earlierSecretUntil: instant.nullable().meta({ description: 'Until then two secrets sign.' }),
    createdBy: staffId,
    createdAt: instant,
  })
  .meta({ id: 'Hook' });
export type HookView = z.infer<typeof hookView>;

export const hooksView = z.strictObject({ hooks: z.array(hookView) }).meta({ id: 'Hooks' });
export type HooksView = z.infer<typeof hooksView>;

export const hookRegistered = z
  .strictObject({
    id,
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{43}=$/)
      .nullable()
      .meta({ description: 'Shown once. Null where it has been shown: rotate it to have another.' }),
  })
  .meta({ id: 'HookRegistered' });
export type HookRegistered = z.infer<typeof hookRegistered>;

export const hookRemoved = z.strictObject({ id }).meta({ id: 'HookRemoved' });
export const hookPinged = z.strictObject({ delivery: id }).meta({ id: 'HookPinged' });
export type HookPinged = z.infer<typeof hookPinged>;
export const hookReplayed = z.strictObject({ messages: many }).meta({ id: 'HookReplayed' });
export type HookReplayed = z.infer<typeof hookReplayed>;

const failures = [
  'address-refused',
  'no-such-host',
  'not-connected',
  'certificate-refused',
  'timed-out',
  'broken-off',
] as const;

const attempt = z.strictObject({
  number: z.int().min(1),
  at: instant,
  milliseconds: many,
  status: z.int().nullable().meta({ description: 'Of the answer; null where there was none.' }),
  because: z.enum(failures).nullable().meta({ description: 'Why there was no answer.' }),
  excerpt: z
    .string()
    .max(300)
    .nullable()
    .meta({ description: 'The beginning of the answer; null where it was empty or repeats what we sent.' }),
  isReplay: z.boolean(),
});

export const deliveryView = z
  .strictObject({
    id,
    message: z.string().meta({ description: 'The header webhook-id: the same at each try.' }),
    type: z.union([hookType, z.literal('ping')]),
    case: id.nullable(),
    event: eventNumber.nullable().meta({ description: 'The number of the event in its case.' }),
    recordedAt: instant,
    state,
    nextTry: instant.nullable(),
    replays: many,
    attempts: z.array(attempt),
  })
  .meta({ id: 'HookDelivery' });
export type DeliveryView = z.infer<typeof deliveryView>;

export const hookDeliveries = z
  .strictObject({ deliveries: z.array(deliveryView), next: z.string().nullable() })
  .meta({ id: 'HookDeliveries' });
export type HookDeliveries = z.infer<typeof hookDeliveries>;
