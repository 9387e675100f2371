import { seal, unseal, type Place } from './sealing.js';

export const personRoles = ['requester', 'subject', 'recipient'] as const;
/** Up to three people take part: who asks, whose data it is, and who is to get the answer. */
export type PersonRole = (typeof personRoles)[number];

/** A person as the request named them. Nothing here may appear in a log, an id, an address or Temporal. */
export interface Person {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  /** Lines with \n between them. */
  readonly postalAddress?: string;
  /** BCP 47; English without it. */
  readonly language?: string;
  readonly format?: 'standard' | 'large-print' | 'plain-text' | 'easy-read' | 'braille' | 'audio';
  /** By e-mail where there is an address, unless the person wants paper. */
  readonly contactBy?: 'email' | 'post';
  /** Reasonable adjustments, in words. */
  readonly adjustments?: string;
}

type Needs = Pick<Person, 'language' | 'format' | 'contactBy' | 'adjustments'>;

export type People = Readonly<Partial<Record<PersonRole, Person>>>;

export interface PersonRow {
  readonly role: PersonRole;
  readonly name: Buffer;
  readonly email: Buffer | null;
  readonly phone: Buffer | null;
  readonly postal_address: Buffer | null;
  readonly needs: Buffer | null;
}

const place = (requestId: string, role: PersonRole, field: string): Place => [
  'person',
  requestId,
  role,
  field,
];

/** How the person is to be written to: it may tell of an illness, so it is sealed like the name. */
function needsOf({ language, format, contactBy, adjustments }: Person): string | undefined {
  const needs: Needs = {
    ...(language && { language }),
    ...(format && { format }),
    ...(contactBy && { contactBy }),
    ...(adjustments && { adjustments }),
  };
  return Object.keys(needs).length > 0 ? JSON.stringify(needs) : undefined;
}

export function sealPerson(key: Uint8Array, requestId: string, role: PersonRole, person: Person): PersonRow {
  const sealed = (field: string, value: string): Buffer =>
    seal(key, place(requestId, role, field), Buffer.from(value));
  const optional = (field: string, value: string | undefined) => (value ? sealed(field, value) : null);
  return {
    role,
    name: sealed('name', person.name),
    email: optional('email', person.email),
    phone: optional('phone', person.phone),
    postal_address: optional('postal_address', person.postalAddress),
    needs: optional('needs', needsOf(person)),
  };
}

/** @throws DoesNotOpen */
export function unsealPerson(key: Uint8Array, requestId: string, row: PersonRow): Person {
  const read = (field: string, sealed: Buffer): string =>
    unseal(key, place(requestId, row.role, field), sealed).toString();
  return {
    name: read('name', row.name),
    ...(row.email && { email: read('email', row.email) }),
    ...(row.phone && { phone: read('phone', row.phone) }),
    ...(row.postal_address && { postalAddress: read('postal_address', row.postal_address) }),
    ...(row.needs && (JSON.parse(read('needs', row.needs)) as Needs)),
  };
}
