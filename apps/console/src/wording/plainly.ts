import { verbs, type Verb } from '@duly/case';
import { longDate } from './dates.js';
import { stepTitle } from './steps.js';

const isVerb = (word: string): word is Verb => (verbs as readonly string[]).includes(word);

/** The API's own words as people at work read them: steps and dates by their names, and nothing that is for programs. */
export function plainly(text: string | undefined): string {
  return (text ?? '')
    .replace(/\(`([a-z-]+)`\)|`([a-z-]+)`/gu, (all, inBrackets?: string, alone?: string) => {
      const verb = inBrackets ?? alone ?? '';
      if (!isVerb(verb)) return alone === undefined ? all : `“${alone}”`;
      return inBrackets === undefined ? `“${stepTitle(verb)}”` : `(“${stepTitle(verb)}”)`;
    })
    .replace(/\b\d{4}-\d{2}-\d{2}\b(?!T)/gu, date => longDate(date))
    .replace(
      /Correct the fields named in errors; \/openapi\.json describes each of them\./u,
      'Mend what is marked, and send it again.',
    )
    .replace(/, as GET \/v1\/[^ ]+ shows (?:it|them)/gu, '');
}

/** An article without our own number of its rule: “UK GDPR Art 12(3) (R24)” → “UK GDPR Art 12(3)”. */
export const citeInWords = (cite: string | undefined): string =>
  (cite ?? '').replace(/ ?\((?:R\d+[a-z]*|D-\d+)(?:, (?:R\d+[a-z]*|D-\d+))*\)/gu, '');

const actors: Readonly<Record<string, string>> = {
  time: 'by itself, on its day',
  post: 'by what became of the letter',
  calendar: 'by the public holidays',
  schedule: 'by a schedule',
  requester: 'by whoever asks',
  operator: 'by whoever runs the service',
};

/** Who acted: a member of staff by name, or what acts without being one. */
export const actorInWords = (by: string): string =>
  (Object.hasOwn(actors, by) ? actors[by] : undefined) ?? by;
