import { check, commandBodies, type Checked, type PeopleView } from '@duly/api-contract';
import { textOf, type Form } from '../steps/read-form.js';

export const parts = ['subject', 'requester', 'recipient'] as const;
export type Part = (typeof parts)[number];

const lines = [
  ...['name', 'email', 'phone', 'postalAddress', 'contactBy', 'language', 'format', 'adjustments'],
] as const;

/** The form as it begins: what is on record of one of the three. */
export function personOnRecord(people: PeopleView, part: Part): Form {
  const person: Readonly<Record<string, unknown>> = people?.[part] ?? {};
  return Object.fromEntries(
    lines.flatMap(name => (typeof person[name] === 'string' ? [[name, person[name]]] : [])),
  );
}

/** Who takes part, as the API wants it: one of the three, whole. */
export function readPerson(form: Form, part: Part): Checked<object> {
  const text = (name: string): string => textOf(form[name]).replaceAll('\r\n', '\n');
  const person = Object.fromEntries(lines.flatMap(name => (text(name) === '' ? [] : [[name, text(name)]])));
  return check(commandBodies['name-people'], {
    [part]: person,
    ...(part === 'requester' &&
      text('isSamePerson') !== '' && { isSamePerson: text('isSamePerson') === 'yes' }),
    ...(part === 'requester' && text('actsAs') !== '' && { actsAs: text('actsAs') }),
    ...(text('reasons') !== '' && { reasons: text('reasons') }),
  });
}
