import { caseRights, channels } from '@duly/case';
import { z } from 'zod';
import { caseItem } from './case-item.js';
import {
  civilDate,
  emailAddress,
  id,
  instant,
  lineOf,
  personName,
  phone,
  postalAddress,
  reference,
  requestWords,
} from './fields.js';

export const languages = ['en'] as const;

/** One of the up to three people of a request. */
export const person = z
  .strictObject({
    name: personName,
    email: emailAddress.exactOptional(),
    phone: phone.exactOptional(),
    postalAddress: postalAddress.exactOptional(),
  })
  .meta({ id: 'Person', description: 'Kept in the vault, sealed under the request’s key.' });
export type PersonBody = z.infer<typeof person>;

const rights = z
  .array(z.enum(caseRights, `must be one of ${caseRights.join(', ')}`))
  .min(1, 'must name at least one right')
  .max(caseRights.length, 'must name each right once')
  .refine(list => new Set(list).size === list.length, 'must name each right once')
  .meta({ uniqueItems: true, description: 'One case is opened for each, in this order.' });

/** One letter, however it came. Give `receivedOn`, or `receivedAt`, or both where they agree. */
export const openRequest = z
  .strictObject({
    rights,
    channel: z.enum(channels, `must be one of ${channels.join(', ')}`),
    receivedOn: civilDate.exactOptional(),
    receivedAt: instant.exactOptional(),
    words: requestWords,
    subject: person,
    requester: person.exactOptional(),
    recipient: person.exactOptional(),
    externalReference: lineOf(100).exactOptional(),
    language: z.enum(languages, `must be one of ${languages.join(', ')}`).exactOptional(),
  })
  .meta({ id: 'OpenRequest' });
export type OpenRequest = z.infer<typeof openRequest>;

/** 201 when all its cases have started; 202 when they will start by themselves. */
export const requestOpened = z
  .strictObject({
    request: id,
    reference,
    cases: z.array(caseItem),
  })
  .meta({ id: 'RequestOpened' });
export type RequestOpened = z.infer<typeof requestOpened>;
