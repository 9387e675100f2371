import type { PrintBlock, PrintDocument } from '@duly/notices';

/** The marks of the bidirectional algorithm are not drawn. */
const isolates = /[\u2066-\u2069]/gu;
const footer = /[^\n]* · \d+ \/ \d+\s*$/u;

/** What one block is drawn as, piece by piece. */
function piecesOf(block: PrintBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'words':
      return block.paragraphs.flat();
    case 'lines':
      return block.lines;
  }
}

/** A line may end anywhere on paper: signs count, and blanks between them do not. */
const loosely = (text: string): RegExp =>
  new RegExp(
    Array.from(text.replace(isolates, '').replace(/\s/gu, ''))
      .map(sign => sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'))
      .join('\\s*'),
    'u',
  );

/** The text of the pages of a PDF, without the foot of each. */
export const textOfPages = (pages: readonly string[]): string =>
  pages.map(page => page.replace(footer, '')).join('\n');

/** Of each block of the letter what the paper says, piece by piece and in order; undefined of a block that it does not say. */
export function foundOnPaper(
  { body }: PrintDocument,
  pages: readonly string[],
): readonly (readonly string[] | undefined)[] {
  let rest = textOfPages(pages);
  return body.map(block => {
    const found: string[] = [];
    for (const piece of piecesOf(block)) {
      const place = loosely(piece).exec(rest);
      if (!place) return undefined;
      const [words] = place;
      found.push(words.replace(/\s+/gu, ' '));
      rest = rest.slice(place.index + words.length);
    }
    return found;
  });
}
