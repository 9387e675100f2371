import { readFileSync } from 'node:fs';
import { judgeReviews, languageOf, publishedLanguages, type Review } from '@duly/notices';

/** The letters cannot be sent as they are set. Written for the operator, with the remedy. */
export class LettersNotReady extends Error {
  override readonly name = 'LettersNotReady';
}

const fields = ['template', 'language', 'wording', 'reviewer', 'on'] as const;

function isReview(one: unknown): one is Review {
  if (typeof one !== 'object' || one === null) return false;
  const has = (field: string, type: string): boolean => typeof Reflect.get(one, field) === type;
  return has('version', 'number') && fields.every(field => has(field, 'string'));
}

/** Reads the file that `duly letters reviewed` writes. @throws LettersNotReady where it cannot be read */
export function readReviews(file: string): readonly Review[] {
  const cannot = (why: string): LettersNotReady =>
    new LettersNotReady(`${file}, which REVIEWED_WORDING names, ${why}. Make it with duly letters reviewed.`);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw cannot('cannot be read as JSON');
  }
  if (!Array.isArray(read) || !read.every(isReview)) throw cannot('is no list of reviews');
  return read;
}

interface Asked {
  readonly letterLanguage: string;
  readonly reviewedWording: string | undefined;
}

/**
 * Production sends no wording that nobody of the organisation has answered for; development sends any.
 * @throws LettersNotReady with the list and the remedy
 */
export function lettersMustBeReady({ letterLanguage, reviewedWording }: Asked, isProduction: boolean): void {
  if (!languageOf(letterLanguage, publishedLanguages)) {
    const known = Object.keys(publishedLanguages).join(', ');
    throw new LettersNotReady(
      `There are no letters in “${letterLanguage}”, which LETTER_LANGUAGE names. There are: ${known}.`,
    );
  }
  const reviews = reviewedWording === undefined ? [] : readReviews(reviewedWording);
  if (!isProduction) return;
  const missing = judgeReviews(reviews).filter(({ review }) => review === undefined);
  if (missing.length === 0) return;
  const list = missing.map(({ template, version, language }) => `  ${template}@${version} (${language})`);
  throw new LettersNotReady(
    [
      `Production sends no letter whose wording nobody has reviewed. Not reviewed, ${missing.length}:`,
      ...list,
      'Read each wording (duly letters list shows them), have it judged by whoever answers for it, then record it:',
      '  duly letters reviewed --all --by NAME --on DATE --file FILE   and set REVIEWED_WORDING=FILE',
    ].join('\n'),
  );
}
