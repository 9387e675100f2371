import { actingAs, caseRights, channels, stoppableChannels, type CaseRight } from '@duly/case';
import { z } from 'zod';
import { caseItem } from './case-item.js';
import { among } from './command-parts.js';
import { child } from './duties/competence.js';
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
  textOf,
  words,
} from './fields.js';

/** How a person wants to be written to. What no machine here can make, a person makes from the plain letter. */
export const letterFormats = [
  'standard',
  'large-print',
  'plain-text',
  'easy-read',
  'braille',
  'audio',
] as const;

const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'must be the tag of a language, such as en, cy or pl');

/** One of the up to three people of a request. */
export const person = z
  .strictObject({
    name: personName,
    email: emailAddress.exactOptional(),
    phone: phone.exactOptional(),
    postalAddress: postalAddress.exactOptional(),
    language: language
      .meta({ description: 'A letter in another one than English waits for a person to translate it.' })
      .exactOptional(),
    format: among(letterFormats).exactOptional(),
    contactBy: among(['email', 'post']).exactOptional(),
    adjustments: textOf(2_000)
      .meta({ description: 'Reasonable adjustments (Equality Act 2010 s.20), in words.' })
      .exactOptional(),
  })
  .meta({ id: 'Person', description: 'Kept in the vault, sealed under the request’s key.' });
export type PersonBody = z.infer<typeof person>;

const rights = z
  .array(z.enum(caseRights, `must be one of ${caseRights.join(', ')}`))
  .min(1, 'must name at least one right')
  .max(caseRights.length, 'must name each right once')
  .refine(list => new Set(list).size === list.length, 'must name each right once')
  .meta({ uniqueItems: true, description: 'One case is opened for each, in this order.' });

/** What says more of one of the rights. */
export const aboutCase = id
  .meta({ description: 'The case of ours that a complaint is about; it needs none.' })
  .exactOptional();
export const stopFor = z
  .array(z.enum(stoppableChannels, `must be one of ${stoppableChannels.join(', ')}`))
  .min(1, 'must name at least one channel')
  .refine(list => new Set(list).size === list.length, 'must name each channel once')
  .meta({
    uniqueItems: true,
    description:
      'What an objection to direct marketing is limited to, where the person limits it; else every channel.',
  })
  .exactOptional();

/** What came, from whom, and when. */
const sent = {
  channel: z.enum(channels, `must be one of ${channels.join(', ')}`),
  receivedOn: civilDate.exactOptional(),
  receivedAt: instant.exactOptional(),
  words: requestWords,
  subject: person,
  requester: person.exactOptional(),
  recipient: person.exactOptional(),
  externalReference: lineOf(100).exactOptional(),
  actsAs: among(actingAs).meta({ description: 'As what the requester asks.' }).exactOptional(),
  child: z.strictObject(child).meta({ description: 'The subject is a child (R48).' }).exactOptional(),
};
const letter = { rights, ...sent, aboutCase, stopFor };

const needsRequester = {
  error: 'actsAs: only a requester can act for the subject; name the requester',
  path: ['actsAs'],
};
const isNamed = ({ actsAs, requester }: { actsAs?: unknown; requester?: unknown }): boolean =>
  actsAs === undefined || requester !== undefined;
const needsChild = {
  error: 'child: a parent asks for a child; say how old it is and where it lives (R48)',
  path: ['child'],
};
const namesChild = ({ actsAs, child: named }: { actsAs?: unknown; child?: unknown }): boolean =>
  actsAs !== 'parent' || named !== undefined;

export interface SaysMore {
  readonly rights: readonly CaseRight[];
  readonly aboutCase?: unknown;
  readonly stopFor?: unknown;
}
export const ofComplaint = { path: ['aboutCase'], error: 'belongs to a complaint' };
export const aboutComplaint = ({ rights: named, aboutCase: about }: SaysMore): boolean =>
  about === undefined || named.includes('complaint');
export const ofMarketing = { path: ['stopFor'], error: 'belongs to an objection to direct marketing' };
export const limitsMarketing = ({ rights: named, stopFor: limits }: SaysMore): boolean =>
  limits === undefined || named.includes('objection_direct_marketing');

const notDoubted = {
  path: ['rights'],
  error:
    'an objection to direct marketing is acted on, not doubted: open it as a request (UK GDPR Art 21(3))',
};
const isDoubtable = ({ rights: named }: SaysMore): boolean => !named.includes('objection_direct_marketing');

/** One letter, however it came. Give `receivedOn`, or `receivedAt`, or both where they agree. */
export const openRequest = z
  .strictObject(letter)
  .refine(isNamed, needsRequester)
  .refine(namesChild, needsChild)
  .refine(aboutComplaint, ofComplaint)
  .refine(limitsMarketing, ofMarketing)
  .meta({ id: 'OpenRequest' });
/** A letter that may be no request: held as an enquiry, with its dates from the first day (R46). */
export const openEnquiry = z
  .strictObject({ ...letter, doubts: words.meta({ description: 'Why it may be no request.' }) })
  .refine(isNamed, needsRequester)
  .refine(namesChild, needsChild)
  .refine(aboutComplaint, ofComplaint)
  .refine(limitsMarketing, ofMarketing)
  .refine(isDoubtable, notDoubted)
  .meta({ id: 'OpenEnquiry' });
export type OpenEnquiry = z.infer<typeof openEnquiry>;
export type OpenRequest = z.infer<typeof openRequest>;

/** A complaint about how personal data was used (DPA 2018 s.164A): a request with that one right, and no other. */
export const openComplaint = z
  .strictObject({ ...sent, aboutCase })
  .refine(isNamed, needsRequester)
  .refine(namesChild, needsChild)
  .meta({ id: 'OpenComplaint' });
export type OpenComplaint = z.infer<typeof openComplaint>;

/** 201 when all its cases have started; 202 when they will start by themselves. */
export const requestOpened = z
  .strictObject({
    request: id,
    reference,
    cases: z.array(caseItem),
  })
  .meta({ id: 'RequestOpened' });
export type RequestOpened = z.infer<typeof requestOpened>;
