import type { Block, Inline, Line } from './block.js';
import { plainLine, plainLines } from './plain-characters.js';

const width = 72;

function length(text: string): number {
  return Array.from(text).length;
}

/** Breaks at spaces so that lines stay within 72 characters; a longer word or address keeps a line of its own. */
export function wrap(text: string, first = '', following = first): string {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').filter(part => part !== '')) {
    const indent = lines.length === 0 ? first : following;
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && length(indent + longer) > width) {
      lines.push(indent + current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, (lines.length === 0 ? first : following) + current].join('\n');
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('inserted' in inline) return plainLine(inline.inserted);
  return plainLine(inline.text);
}

export function lineText(line: Line): string {
  return line.map(inlineText).join('');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(length(block.text))}`;
    case 'paragraph':
      return wrap(lineText(block.line));
    case 'list':
      return block.items.map(item => wrap(lineText(item), '* ', '  ')).join('\n');
    case 'words':
      return plainLines(block.text)
        .split('\n')
        .map(row => (row.trim() === '' ? '' : wrap(row, '  ')))
        .join('\n');
    case 'lines':
      return block.lines.map(plainLine).join('\n');
  }
}

/** The letter as plain text, blocks apart by an empty line, ending with one line end. */
export function toText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}
