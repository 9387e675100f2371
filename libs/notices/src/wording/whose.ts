import type { ToPerson } from '../data/organisation.js';
import { isForAnother } from './request.js';

/** The person whose data it is, as the letter speaks of them: as of its reader, or as of somebody else. */
export interface Whose {
  readonly they: 'you' | 'they';
  readonly them: 'you' | 'them';
  readonly their: 'your' | 'their';
  readonly theirs: 'yours' | 'theirs';
  readonly themselves: 'yourself' | 'themselves';
}

/** They and their, for somebody who acts for the person or has the answer in their place. */
export function whose(data: ToPerson): Whose {
  return isForAnother(data)
    ? { they: 'they', them: 'them', their: 'their', theirs: 'theirs', themselves: 'themselves' }
    : { they: 'you', them: 'you', their: 'your', theirs: 'yours', themselves: 'yourself' };
}

/** The same word at the beginning of a sentence. */
export function first(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
