import type { Content } from './document/block.js';
import type { LetterItem } from './letter-item.js';
import { LetterNotComplete } from './letter-not-complete.js';

/** One kind of letter. A changed wording is a new version. */
export interface Template<Data> {
  readonly version: number;
  /** What a letter written from these data has to state; a letter that does not is never rendered. */
  readonly mustState: (data: Data) => readonly LetterItem[];
  readonly write: (data: Data) => Content;
}

/** What a template writes, and what that states. @throws LetterNotComplete where it does not state what it must */
export function statedBy<Data>(
  kind: string,
  template: Template<Data>,
  data: Data,
): { readonly content: Content; readonly statutoryContent: readonly LetterItem[] } {
  const content = template.write(data);
  const statutoryContent = [...new Set(content.blocks.flatMap(({ states }) => states ?? []))];
  const missing = template.mustState(data).filter(item => !statutoryContent.includes(item));
  if (missing.length > 0) throw new LetterNotComplete(kind, `it does not state ${missing.join(', ')}`);
  return { content, statutoryContent };
}
