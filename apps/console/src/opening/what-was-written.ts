import { dayIn, textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';

const words = wording.opening;

export interface Written {
  readonly title: string;
  readonly text: string;
}

/** In the order of the page; what is chosen is told as it was offered. */
const asked: readonly (readonly [name: string, title: string, kind: 'written' | 'chosen' | 'day'])[] = [
  ['words', words.said, 'written'],
  ['rights', words.rights, 'chosen'],
  ['stopFor', words.stopFor, 'chosen'],
  ['doubts', words.doubts, 'written'],
  ['channel', words.channel, 'chosen'],
  ['receivedOn', words.receivedOn, 'day'],
  ['name', words.name, 'written'],
  ['email', words.email, 'written'],
  ['phone', words.phone, 'written'],
  ['postalAddress', words.postalAddress, 'written'],
  ['contactBy', words.contactBy, 'chosen'],
  ['language', words.language, 'written'],
  ['format', words.format, 'chosen'],
  ['adjustments', words.adjustments, 'written'],
  ['requesterName', words.requesterName, 'written'],
  ['requesterEmail', words.requesterEmail, 'written'],
  ['requesterPostal', words.requesterPostal, 'written'],
  ['actsAs', words.actsAs, 'chosen'],
  ['childAge', words.childAge, 'chosen'],
  ['childLives', words.childLives, 'chosen'],
];

function textIn(form: Form, name: string, kind: 'written' | 'chosen' | 'day'): string {
  if (kind === 'written') return textOf(form[name]);
  if (kind === 'chosen')
    return [form[name] ?? []]
      .flat()
      .filter(one => one !== '')
      .map(one => wording.inPlainWords(one))
      .join(', ');
  const day = dayIn(form, name);
  return day === '' ? '' : wording.longDate(day);
}

/** What was filled in, to be read once more before it is saved; what was left empty is left out. */
export const whatWasWritten = (form: Form): readonly Written[] =>
  asked
    .map(([name, title, kind]) => ({ title, text: textIn(form, name, kind) }))
    .filter(({ text }) => text !== '');

const addresses = ['email', 'postalAddress', 'requesterEmail', 'requesterPostal'];

/** Nobody has said where an answer could go. */
export const isUnreachable = (form: Form): boolean => addresses.every(name => textOf(form[name]) === '');
