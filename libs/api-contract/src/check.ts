import type { z } from 'zod';
import type { WrongField } from './problem.js';

export type Checked<Value> =
  | { readonly isValid: true; readonly value: Value }
  | { readonly isValid: false; readonly errors: readonly WrongField[] };

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Words for what a schema says of its own accord; a field's own words go before. Never repeats what was given. */
function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return 'is not a field that can be given here';
  if (issue.code !== 'invalid_type') return undefined;
  return issue.input === undefined ? 'is needed' : `must be ${nouns[issue.expected] ?? issue.expected}`;
}

function fieldAt(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, part) => {
    if (typeof part === 'number') return `${field}[${part}]`;
    return field === '' ? String(part) : `${field}.${String(part)}`;
  }, '');
}

/** A field's name that a caller made up is only repeated where it is a plain word. */
const plainWord = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

function wrongFields(issue: z.core.$ZodIssue): readonly WrongField[] {
  const { message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ field: fieldAt(issue.path), message }];
  return issue.keys.map(key => ({
    field: fieldAt([...issue.path, plainWord.test(key) ? key : '(unnamed)']),
    message,
  }));
}

/** Checks what a caller gave. Each wrong field is named once, with what is wanted; at most 20 of them. */
export function check<Schema extends z.ZodType>(schema: Schema, given: unknown): Checked<z.output<Schema>> {
  const outcome = schema.safeParse(given, { error: inPlainWords });
  if (outcome.success) return { isValid: true, value: outcome.data };
  const first = new Map<string, WrongField>();
  for (const wrong of outcome.error.issues.flatMap(wrongFields)) {
    if (!first.has(wrong.field)) first.set(wrong.field, wrong);
  }
  return { isValid: false, errors: [...first.values()].slice(0, 20) };
}
