import { wordings } from './wordings.data.js';
import type { Wordings } from './kept-wordings.js';

/** That somebody of the organisation has read a wording, and answers for it. */
export interface Review {
  readonly template: string;
  readonly language: string;
  readonly version: number;
  /** SHA-256 of the wording that was read, as `duly letters list` shows it. */
  readonly wording: string;
  readonly reviewer: string;
  /** Civil date, `2026-11-22`. */
  readonly on: string;
}

/** A template as it is now, and its review, where one stands. */
export interface WordingReviewed extends Pick<Review, 'template' | 'language' | 'version' | 'wording'> {
  readonly review: Review | undefined;
}

const newest = (versions: Readonly<Record<number, unknown>>): number =>
  Math.max(...Object.keys(versions).map(Number));

/** Every template at its present version. A review of another version, or of other words, is none. */
export function judgeReviews(
  reviews: readonly Review[],
  of: Readonly<Record<string, Wordings>> = wordings,
): readonly WordingReviewed[] {
  return Object.entries(of).flatMap(([language, templates]) =>
    Object.entries(templates).map(([template, versions]) => {
      const version = newest(versions);
      const wording = versions[version]?.wording ?? '';
      const now = { template, language, version, wording };
      const isOfNow = (review: Review): boolean =>
        (['template', 'language', 'version', 'wording'] as const).every(
          field => review[field] === now[field],
        );
      return { ...now, review: reviews.findLast(isOfNow) };
    }),
  );
}
