import type { Language } from '../language.js';
import type { Block, Inline, Line } from './block.js';
import { plainLine, plainLines } from './plain-characters.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Safe as text and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/gu, character => entities[character] ?? '');
}

/** A link is one only if it leads to the web, a mailbox or a telephone: anything else is shown as text. */
const followed = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu;

/** Letters of scripts that read from right to left: what holds them is kept from turning the text around it. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

function isolated(text: string): string {
  const safe = escapeHtml(text);
  return rightToLeft.test(text) ? `<bdi>${safe}</bdi>` : safe;
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escapeHtml(inline);
  if ('inserted' in inline) return isolated(plainLine(inline.inserted));
  const shown = escapeHtml(plainLine(inline.text));
  return followed.test(inline.to) ? `<a href="${escapeHtml(inline.to)}">${shown}</a>` : shown;
}

function lineHtml(line: Line): string {
  return line.map(inlineHtml).join('');
}

/** Of the markup alone: raise it when the same blocks become other HTML. */
export const layoutVersion = 3;

const spaced = 'margin:0 0 16px';

function wordsHtml(text: string): string {
  const paragraphs = plainLines(text)
    .split(/\n\s*\n/u)
    .filter(part => part.trim() !== '')
    .map(part => part.trim().split('\n').map(escapeHtml).join('<br>'))
    .map(part => `<p dir="auto" style="${spaced}">${part}</p>`);
  // The border takes the colour of the text, so it is seen on light and dark ground alike.
  return `<blockquote style="margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid">${paragraphs.join('')}</blockquote>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:1.25em">${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p style="${spaced}">${lineHtml(block.line)}</p>`;
    case 'list':
      return `<ul style="${spaced};padding:0 0 0 24px">${block.items.map(item => `<li style="margin:0 0 8px">${lineHtml(item)}</li>`).join('')}</ul>`;
    case 'words':
      return wordsHtml(block.text);
    case 'lines':
      return `<p style="${spaced}">${block.lines.map(row => isolated(plainLine(row))).join('<br>')}</p>`;
  }
}

/**
 * A whole page: semantic elements, styles inlined, no colours of its own (so that a reader's dark mode and contrast hold), nothing loaded from elsewhere.
 */
export function toHtml(
  { tag, direction }: Pick<Language, 'tag' | 'direction'>,
  subject: string,
  blocks: readonly Block[],
  isLarge = false,
): string {
  const title = escapeHtml(plainLine(subject));
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(tag)}" dir="${direction}" style="color-scheme:light dark">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${title}</title>`,
    '</head>',
    `<body style="margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:${isLarge ? 24 : 16}px;line-height:1.5">`,
    `<main style="max-width:${isLarge ? 960 : 640}px">`,
    `<h1 style="margin:0 0 16px;font-size:${isLarge ? 32 : 24}px">${title}</h1>`,
    ...blocks.map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
