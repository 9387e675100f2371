import type { Language, Languages, Templates } from './language.js';
import { templates } from './templates/index.js';
import { fullDate } from './wording/dates.js';

const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

export const english: Omit<Language, 'templates'> & { readonly templates: Templates } = {
  tag: 'en',
  direction: 'ltr',
  formats: { fullDate, list, plural: (count, { one, other }) => (count === 1 ? one : other) },
  frame: {
    reference: reference => `Our reference: ${reference}`,
    greeting: ['Dear ', ','],
    closing: 'Yours sincerely',
    email: address => `Email: ${address}`,
    phone: number => `Phone: ${number}`,
    giveReference: reference => `Please give our reference when you write or call: ${reference}`,
  },
  templates,
};

/** The languages that letters are sent in. To add one: README, “To add a language”. */
export const publishedLanguages: Languages = { en: english };
