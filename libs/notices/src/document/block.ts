import type { LetterItem } from '../letter-item.js';

/** Text that came from people or settings. */
export interface Inserted {
  readonly inserted: string;
}

/** An address on the web, by mail or by telephone, shown as `text`. */
export interface Link {
  readonly to: string;
  readonly text: string;
}

export type Inline = string | Inserted | Link;
export type Line = readonly Inline[];

interface Marked {
  /** What the law (or good practice) wants said, and this block says. */
  readonly states?: readonly LetterItem[];
}

export type Block = Marked &
  (
    | { readonly kind: 'heading'; readonly text: string }
    | { readonly kind: 'paragraph'; readonly line: Line }
    | { readonly kind: 'list'; readonly items: readonly Line[] }
    /** Free words of a handler or requester: may hold several paragraphs. */
    | { readonly kind: 'words'; readonly text: string }
    /** Lines that belong together, as an address. */
    | { readonly kind: 'lines'; readonly lines: readonly string[] }
  );

/** What a template writes; {@link renderLetter} sets it in plain text and in HTML. */
export interface Content {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** A line of text: what is inserted is kept apart from the letter's own words. */
export function line(own: TemplateStringsArray, ...inserted: readonly (string | Link)[]): Line {
  return own.flatMap((text, place): Inline[] => {
    const value = inserted[place];
    const after = value === undefined ? [] : [typeof value === 'string' ? { inserted: value } : value];
    return text === '' ? after : [text, ...after];
  });
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function paragraph(text: Line | string, states: readonly LetterItem[] = []): Block {
  return { kind: 'paragraph', line: typeof text === 'string' ? [text] : text, states };
}

export function list(items: readonly (Line | string)[], states: readonly LetterItem[] = []): Block {
  return { kind: 'list', items: items.map(item => (typeof item === 'string' ? [item] : item)), states };
}

export function words(text: string, states: readonly LetterItem[] = []): Block {
  return { kind: 'words', text, states };
}
