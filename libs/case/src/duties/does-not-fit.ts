import { refused } from '../decide/judging.js';
import type { CaseRefusal } from '../refusals.js';

/** A field says what this right, or what the case has found, leaves no room for. `message` says why, `remedy` what fits. */
export function doesNotFit(cite: string, field: string, message: string, remedy: string): CaseRefusal {
  return refused('does-not-fit', cite, { message, remedy }, { field });
}
