import type { CaseRight } from '@duly/case';
import { line, type Line } from '../document/block.js';
import { plainLines } from '../document/plain-characters.js';
import type { ToPerson } from '../data/organisation.js';
import { LetterNotComplete } from '../letter-not-complete.js';
import { fullDate } from './dates.js';
import { askedFor } from './rights.js';

/** Whether the letter goes to somebody who acts for the person whose data it is. */
export function isForAnother(data: ToPerson): boolean {
  return data.actingFor !== undefined;
}

/** “On Monday 2 March 2026 you asked us to …”, naming the person for whom the addressee acts. */
export function whatYouAsked(data: ToPerson & { readonly right: CaseRight }): Line {
  const request = askedFor(data.right, isForAnother(data));
  if (data.onlyReceives && data.actingFor !== undefined) {
    return line`We received a request about ${data.actingFor} on ${fullDate(data.receivedOn)}. It asks us to ${request}, and to send our answer to you.`;
  }
  return data.actingFor === undefined
    ? line`We received your request on ${fullDate(data.receivedOn)}. You asked us to ${request}.`
    : line`We received your request for ${data.actingFor} on ${fullDate(data.receivedOn)}. You asked us to ${request}.`;
}

/** “We received your request on Monday 2 March 2026.” */
export function whenReceived(data: ToPerson): Line {
  return data.actingFor === undefined
    ? line`We received your request on ${fullDate(data.receivedOn)}.`
    : line`We received your request for ${data.actingFor} on ${fullDate(data.receivedOn)}.`;
}

/**
 * Free words that a letter cannot do without.
 * @throws LetterNotComplete where they are missing or blank.
 */
export function needed(field: string, text: string | undefined): string {
  if (text === undefined || plainLines(text).trim() === '') {
    throw new LetterNotComplete(field, 'this letter must say it, and nothing was given');
  }
  return text;
}
