import type { FontFile, Weight } from './fonts.js';
import { piecesOf, type Piece } from './pieces.js';

/** Width of a text in points, in that font and size. */
export type Measure = (text: string, font: FontFile, size: number) => number;

export interface Measured extends Piece {
  readonly width: number;
}

/** A line as it is set: its pieces in the order of the text. */
export interface SetLine {
  readonly pieces: readonly Measured[];
  readonly isRightToLeft: boolean;
}

export interface Setting {
  readonly size: number;
  readonly weight: Weight;
  /** Points. */
  readonly width: number;
  readonly base: 'ltr' | 'auto';
}

/** A word that is wider than the line, cut where it must be. */
function cut(piece: Measured, width: number, size: number, measure: Measure): readonly Measured[] {
  if (piece.width <= width) return [piece];
  const parts: Measured[] = [];
  let text = '';
  for (const sign of piece.text) {
    if (text !== '' && measure(text + sign, piece.font, size) > width) {
      parts.push({ ...piece, text, breaks: true, width: measure(text, piece.font, size) });
      text = '';
    }
    text += sign;
  }
  return [...parts, { ...piece, text, width: measure(text, piece.font, size) }];
}

/** What may not be parted: pieces up to the next place where a line may end. */
function words(pieces: readonly Measured[]): readonly (readonly Measured[])[] {
  const found: Measured[][] = [];
  let word: Measured[] = [];
  for (const piece of pieces) {
    word.push(piece);
    if (!piece.breaks) continue;
    found.push(word);
    word = [];
  }
  return word.length > 0 ? [...found, word] : found;
}

const widthOf = (pieces: readonly Measured[]): number => pieces.reduce((sum, { width }) => sum + width, 0);

/** Without the blanks at its end: they are not seen, and a line that reads from right to left would begin with them. */
function trimmed(pieces: readonly Measured[]): readonly Measured[] {
  const last = pieces.findLastIndex(({ isSpace }) => !isSpace);
  return pieces.slice(0, last + 1);
}

/** Sets one paragraph in lines no wider than the setting's width. */
export function linesOf(text: string, setting: Setting, measure: Measure): readonly SetLine[] {
  const { size, weight, width, base } = setting;
  const { pieces, isRightToLeft } = piecesOf(text, weight, base);
  const measured = pieces
    .map(piece => ({ ...piece, width: measure(piece.text, piece.font, size) }))
    .flatMap(piece => cut(piece, width, size, measure));
  const lines: Measured[][] = [];
  let line: Measured[] = [];
  for (const word of words(measured)) {
    if (line.length > 0 && widthOf(trimmed([...line, ...word])) > width) {
      lines.push(line);
      line = [];
    }
    line.push(...word);
  }
  return [...lines, line].map(one => ({ pieces: trimmed(one), isRightToLeft }));
}
