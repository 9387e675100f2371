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

const clockOfLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});

/** A time by the clock of London, on the day that the same form names; what is none stays as it is, so that the check says so. */
function instantIn(form: Form, name: string, text: string): string {
  const day = dayIn(form, name === 'receivedAt' ? 'receivedOn' : 'on');
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})$/u.exec(text) ?? [];
  const wanted = `${hour?.padStart(2, '0')}:${minute}`;
  // Summer time is an hour ahead; in the hour that comes twice the first is taken.
  const found = [1, 0]
    .map(ahead => new Date(Date.parse(`${day}T${wanted}:00Z`) - ahead * 3_600_000))
    .find(instant => !Number.isNaN(instant.getTime()) && clockOfLondon.format(instant) === wanted);
  return found?.toISOString() ?? text;
}

// Browsers send line ends as CR LF; the words are kept as they are read everywhere else.
const wordsOf = (value: Form[string]): string => textOf(value).replaceAll('\r\n', '\n');

/** What was ticked; where the API wants objects, each with the words beside it. */
function choicesIn(form: Form, { name, property, words }: StepField): unknown {
  const chosen = [form[name] ?? []].flat();
  if (chosen.length === 0) return undefined;
  if (property === undefined) return chosen;
  return chosen.map(one => {
    const said = words === undefined ? '' : wordsOf(form[`${name}-${one}`]);
    return { [property]: one, ...(words !== undefined && said !== '' && { [words]: said }) };
  });
}

function valueOf(form: Form, field: StepField): unknown {
  const { name, kind } = field;
  const text = textOf(form[name]);
  switch (kind) {
    case 'date':
      return dayIn(form, name) || undefined;
    case 'number':
      return text === '' ? undefined : Number(text);
    case 'yes-or-no':
      return text === '' ? undefined : text === 'yes';
    case 'choices':
      return choicesIn(form, field);
    case 'words':
      return wordsOf(form[name]) || undefined;
    case 'instant':
      return text === '' ? undefined : instantIn(form, name, text);
    case 'choice':
    case 'line':
      return text || undefined;
  }
}

/** The body of a step, held to the API’s own schema before anything is sent. @param known what the page itself knows of it */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  fields: readonly StepField[],
  form: Form,
  known: object = {},
): Checked<z.output<Schema>> {
  const values = fields.map(field => [field.name, valueOf(form, field)] as const);
  const given = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  const version = Number(textOf(form['expectedVersion']));
  return check(schema, {
    ...given,
    ...known,
    ...(version > 0 && { expectedVersion: version }),
    ...(form['confirmLate'] === 'yes' && { confirmLate: true }),
  });
}

/** The form as it was filled in, to be sent again with one press. */
export function sentAgain(form: Form): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(form)
    .filter(([name]) => name !== 'intent' && name !== 'formToken')
    .flatMap(([name, value]) => [value ?? []].flat().map(one => ({ name, value: one })));
}
