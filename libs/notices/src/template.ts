import type { Content } from './document/block.js';
import type { LetterItem } from './letter-item.js';

/** One kind of letter. A changed wording is a new version. */
export interface Template<Data> {
  readonly version: number;
  /** What a letter written from these data has to state; a letter that does not is never rendered. */
  readonly mustState: (data: Data) => readonly LetterItem[];
  readonly write: (data: Data) => Content;
}
