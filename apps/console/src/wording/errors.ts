import { plainly } from './plainly.js';

const plainErrors: Readonly<Record<string, string>> = {
  date: 'must be a day, such as 27 3 2026',
  instant: 'must be a time, such as 14:30',
  number: 'must be a whole number',
  choice: 'choose one of them',
  choices: 'choose at least one of them',
  'yes-or-no': 'choose yes or no',
};

/** What says only that something is not of its kind, as programs say it. */
const ofItsKind = /^(?:must (?:be|name)|is needed|Invalid|Too )/u;

/** An error beside a field: how to fill in its kind; whatever else is wrong, in the API's own words, which are for people. */
export function fieldError(kind: string, message: string): string {
  if (kind === 'words' && message === 'is needed') return 'write something here';
  if (message === 'must not be empty') return 'write something here';
  if (message.startsWith('Too small')) return plainErrors[kind] ?? 'write something here';
  if (message.startsWith('Invalid URL')) return 'must be an address that begins with https://';
  if (kind === 'number' && message.startsWith('must be')) return message;
  if (kind === 'date' && message.includes('calendar')) return 'there is no such day';
  return ofItsKind.test(message) ? (plainErrors[kind] ?? plainly(message)) : plainly(message);
}

/** Of the fields that are written out on a page of their own, and not made from a schema. */
const kinds: Readonly<Record<string, string>> = {
  ...{ channel: 'choice', contactBy: 'choice', format: 'choice', actsAs: 'choice' },
  ...{ childAge: 'choice', childLives: 'choice', isSamePerson: 'choice' },
  ...{ rights: 'choices', stopFor: 'choices', receivedOn: 'date', words: 'words', reasons: 'words' },
};

export const errorOfPage = (field: string, message: string): string =>
  fieldError(kinds[field] ?? 'line', message);

/** An error at the top of a page: a question loses its mark before the colon. */
export const errorLine = (label: string, message: string): string =>
  `${label.replace(/(?: \(optional\))?[?.]?$/u, '')}: ${message}`;
