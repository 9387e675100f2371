import type { Problem, WrongField } from '@duly/api-contract';
import { wording } from '../wording/index.js';
import type { FormField } from './section.js';

/** Where on the page a field of a body was given; a part of a list stands where the list does. */
function placeOf(field: string, names: readonly string[]): string {
  const plain = field.replaceAll(/\[\d+\]/gu, '');
  const within = names.find(name => plain === name || plain.startsWith(`${name}.`));
  return within ?? names.find(name => plain.endsWith(`.${name}`)) ?? field;
}

/** A refusal of the API on a page of sections: each error beside the field by which it came. */
export function problemAt(problem: Problem, fields: readonly FormField[]) {
  const names = fields.map(({ name }) => name);
  const errors = (problem.errors ?? []).map(one => {
    const field = placeOf(one.field, names);
    const kind = fields.find(({ name }) => name === field)?.kind ?? 'line';
    return { field, message: wording.fieldError(kind, one.message) };
  });
  return {
    problem: { ...problem, ...(errors.length > 0 && { errors }) },
    wrong: Object.fromEntries(errors.map(({ field, message }) => [field, message])),
    labels: Object.fromEntries(fields.map(({ name, label = name }) => [name, label])),
  };
}

/** What the console finds wrong before anything is sent, as the API would put it. */
export const notValid = (errors: readonly WrongField[], detail: string, remedy: string): Problem => ({
  type: 'urn:duly:problem:not-valid',
  title: detail,
  status: 400,
  code: 'not-valid',
  detail,
  remedy,
  errors: [...errors],
});
