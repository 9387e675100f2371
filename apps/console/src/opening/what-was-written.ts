import { dayIn, textOf, type Form } from '../steps/read-form.js';
import { wording } from '../wording/index.js';

const words = wording.opening;

export interface Written {
  readonly title: string;
  readonly text: string;
}

/** What was filled in, to be read once more before it is saved; what was left empty is left out. */
export function whatWasWritten(form: Form): readonly Written[] {
  const day = dayIn(form, 'receivedOn');
  const rights = [form['rights'] ?? []].flat().map(right => wording.inPlainWords(right));
  const plain = (name: string): string => {
    const text = textOf(form[name]);
    return text === '' ? '' : wording.inPlainWords(text);
  };
  const all: readonly (readonly [title: string, text: string])[] = [
    [words.said, textOf(form['words'])],
    [words.rights, rights.join(', ')],
    [words.receivedOn, day === '' ? '' : wording.longDate(day)],
    [words.channel, plain('channel')],
    [words.name, textOf(form['name'])],
    [words.email, textOf(form['email'])],
    [words.phone, textOf(form['phone'])],
    [words.postalAddress, textOf(form['postalAddress'])],
    [words.contactBy, plain('contactBy')],
    [words.requesterName, textOf(form['requesterName'])],
    [words.requesterEmail, textOf(form['requesterEmail'])],
    [words.requesterPostal, textOf(form['requesterPostal'])],
  ];
  return all.filter(([, text]) => text !== '').map(([title, text]) => ({ title, text }));
}

const addresses = ['email', 'postalAddress', 'requesterEmail', 'requesterPostal'];

/** Nobody has said where an answer could go. */
export const isUnreachable = (form: Form): boolean => addresses.every(name => textOf(form[name]) === '');
