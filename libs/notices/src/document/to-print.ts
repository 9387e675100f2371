import type { Block, Inline } from './block.js';
import { plainLine, plainLines } from './plain-characters.js';

/** A block as it is set on paper: text alone, what was inserted set apart for the direction of its script. */
export type PrintBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Free words: paragraphs of lines. */
  | { readonly kind: 'words'; readonly paragraphs: readonly (readonly string[])[] }
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** All that a letter on paper needs; made of the same blocks as its text and its HTML. */
export interface PrintDocument {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly isLarge: boolean;
  /** The civil date of the letter: the file has no other. */
  readonly on: string;
  /** Letterhead: the organisation's name first. */
  readonly sender: readonly string[];
  /** For the window of the envelope: the name, then the address, where there is one. */
  readonly addressee: readonly string[];
  /** Date and reference. */
  readonly dated: readonly string[];
  readonly body: readonly PrintBlock[];
}

const begin = '\u2068';
const end = '\u2069';

/** Unicode's own marks for text whose direction is not known (UAX #9, FSI and PDI). */
const setApart = (text: string): string => `${begin}${plainLine(text)}${end}`;

function inlinePrint(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  return setApart('inserted' in inline ? inline.inserted : inline.text);
}

const linePrint = (line: readonly Inline[]): string => line.map(inlinePrint).join('');

function paragraphsOf(text: string): readonly (readonly string[])[] {
  return plainLines(text)
    .split(/\n\s*\n/u)
    .filter(part => part.trim() !== '')
    .map(part => part.trim().split('\n').map(plainLine));
}

export function toPrint(block: Block): PrintBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', text: block.text };
    case 'paragraph':
      return { kind: 'paragraph', text: linePrint(block.line) };
    case 'list':
      return { kind: 'list', items: block.items.map(linePrint) };
    case 'words':
      return { kind: 'words', paragraphs: paragraphsOf(block.text) };
    case 'lines':
      return { kind: 'lines', lines: block.lines.map(setApart) };
  }
}
