import { check, type Checked } from '@duly/api-contract';
import type { z } from 'zod';
import type { StepField } from './step-fields.js';

/** What a browser sends: texts, or several of one name. */
export type Form = Readonly<Record<string, string | readonly string[] | undefined>>;

export const textOf = (value: Form[string]): string =>
  (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();

/** A day as three boxes have it; wrong parts stay wrong, so that the check says so. */
export function dayIn(form: Form, name: string): string {
  const [year, month, day] = ['year', 'month', 'day'].map(part => textOf(form[`${name}-${part}`]));
  if (!year && !month && !day) return '';
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-');
}

function valueOf(form: Form, { name, kind, property }: StepField): unknown {
  const text = textOf(form[name]);
  switch (kind) {
    case 'date':
      return dayIn(form, name) || undefined;
    case 'number':
      return text === '' ? undefined : Number(text);
    case 'yes-or-no':
      return text === '' ? undefined : text === 'yes';
    case 'choices': {
      const chosen = [form[name] ?? []].flat();
      if (chosen.length === 0) return undefined;
      return property === undefined ? chosen : chosen.map(one => ({ [property]: one }));
    }
    case 'words':
      // Browsers send line ends as CR LF; the words are kept as they are read everywhere else.
      return text.replaceAll('\r\n', '\n') || undefined;
    case 'choice':
    case 'instant':
    case 'line':
      return text || undefined;
  }
}

/** The body of a step, held to the API’s own schema before anything is sent. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  fields: readonly StepField[],
  form: Form,
): Checked<z.output<Schema>> {
  const values = fields.map(field => [field.name, valueOf(form, field)] as const);
  const given = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  const version = Number(textOf(form['expectedVersion']));
  return check(schema, {
    ...given,
    ...(version > 0 && { expectedVersion: version }),
    ...(form['confirmLate'] === 'yes' && { confirmLate: true }),
  });
}
