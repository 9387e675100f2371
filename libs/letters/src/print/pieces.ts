import { createRequire } from 'node:module';
import type { default as BidiFactory } from 'bidi-js';
import { fontFor, type FontFile, type Weight } from './fonts.js';

/** A stretch of text in one font and one direction, drawn at once. */
export interface Piece {
  readonly text: string;
  readonly font: FontFile;
  /** Of the Unicode bidirectional algorithm: odd reads from right to left. */
  readonly level: number;
  /** A line may end after it. */
  readonly breaks: boolean;
  readonly isSpace: boolean;
}

// Its types are of an ES module, and Node loads the other one.
const bidi = (createRequire(import.meta.url)('bidi-js') as (typeof BidiFactory)['default'])();
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Between these a line may end without a blank. */
const ideographs = /^[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
/** The marks that set inserted text apart: they are for the algorithm, and are not drawn. */
const isolates = /[\u2066-\u2069]/u;

function levelAt(levels: Uint8Array, place: number): number {
  return levels[place] ?? 0;
}

function drawn(cluster: string, level: number): string {
  if (level % 2 === 0) return cluster;
  return bidi.getMirroredCharacter(cluster) ?? cluster;
}

/** Cuts a line of text into what is drawn at once. @param base the direction of the whole; `auto` by its first letter */
export function piecesOf(
  text: string,
  weight: Weight,
  base: 'ltr' | 'auto',
): { readonly pieces: readonly Piece[]; readonly isRightToLeft: boolean } {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, base);
  const pieces: Piece[] = [];
  for (const { segment, index } of clusters.segment(text)) {
    if (isolates.test(segment)) continue;
    const level = levelAt(levels, index);
    const isSpace = segment === ' ';
    const isIdeograph = ideographs.test(segment);
    const font = isSpace ? (pieces.at(-1)?.font ?? fontFor(' ', weight)) : fontFor(segment, weight);
    const last = pieces.at(-1);
    const joined =
      last?.font.name === font.name && last.level === level && !last.isSpace && !last.breaks && !isSpace;
    const piece = { text: drawn(segment, level), font, level, breaks: isSpace || isIdeograph, isSpace };
    if (joined) pieces[pieces.length - 1] = { ...piece, text: last.text + piece.text };
    else pieces.push(piece);
  }
  return { pieces, isRightToLeft: (paragraphs[0]?.level ?? 0) % 2 === 1 };
}

/** In the order in which they stand on paper, from left to right (UAX #9, L2). */
export function inVisualOrder<One extends { readonly level: number }>(
  pieces: readonly One[],
): readonly One[] {
  const ordered = [...pieces];
  const levels = ordered.map(({ level }) => level);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      if ((ordered[from]?.level ?? 0) < level) continue;
      let to = from;
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to += 1;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}
