import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { letterKinds, renderLetter, templates, type Letter, type LetterData } from '@duly/notices';
import { examples, expectedOf, gradeOf, placeholder } from '@duly/notices/lint.given';
import { readPdf, type PdfRead } from '@duly/testing/read-pdf';
import { foundOnPaper, textOfPages } from './on-paper.given.js';
import { printLetter } from './print-letter.js';

const folder = new URL('../../golden/', import.meta.url);
const isWriting = process.env['DULY_WRITE_GOLDEN'] === 'yes';

const each = letterKinds.flatMap(kind =>
  Object.entries<LetterData[typeof kind]>(examples[kind]).map(([variant, data], place) => ({
    kind,
    variant,
    data,
    isFirst: place === 0,
    blocks: templates[kind].write(data as never).blocks,
    letter: renderLetter(kind, data),
  })),
);

/** What a reader of the PDF is told, page by page; which font and where on the sheet is held elsewhere. */
const asText = ({ title, language, pages }: PdfRead): string =>
  [
    `Title: ${title ?? ''}\nLanguage: ${language ?? ''}\n`,
    ...pages.map((page, place) => `--- page ${place + 1} ---\n${page.trim()}\n`),
  ].join('\n');

/** Between the greeting and the ending: what the template has written. */
function proseOn(found: readonly (readonly string[] | undefined)[], written: number): string {
  return found
    .slice(1, 1 + written)
    .flatMap(pieces => pieces ?? [])
    .join('. ');
}

if (isWriting) mkdirSync(folder, { recursive: true });

function asKept(kind: string, read: PdfRead): void {
  const file = new URL(`${kind}.txt`, folder);
  if (isWriting) writeFileSync(file, asText(read));
  expect(asText(read)).toBe(readFileSync(file, 'utf8'));
}

const printed = async (letter: Letter): Promise<PdfRead> => readPdf(await printLetter(letter.print));

describe('the text of each letter on paper, read from its PDF', () => {
  it.each(each)(
    '$kind, $variant: says every block in order, states what its rule asks for, no placeholder, grade 9 or lower',
    async ({ kind, data, isFirst, blocks, letter }) => {
      const read = await printed(letter);
      expect(read.title).toBe(letter.subject);
      expect([read.title, textOfPages(read.pages)].join('\n')).not.toMatch(placeholder);
      const found = foundOnPaper(letter.print, read.pages);
      const unsaid = letter.print.body.filter((_block, place) => found[place] === undefined);
      expect(unsaid).toEqual([]);
      // The greeting stands before what the template writes.
      const stated = blocks.flatMap(({ states }, place) => (found[place + 1] ? (states ?? []) : []));
      expect(stated).toEqual(expect.arrayContaining([...expectedOf(kind, data)]));
      expect(stated).toEqual(expect.arrayContaining([...templates[kind].mustState(data as never)]));
      expect(gradeOf(proseOn(found, blocks.length))).toBeLessThanOrEqual(9);
      // To accept a changed wording or layout: DULY_WRITE_GOLDEN=yes, then read the difference.
      if (isFirst) asKept(kind, read);
    },
  );

  it('has one copy of every template, and no copy of none', () => {
    expect(readdirSync(folder).sort()).toEqual(letterKinds.map(kind => `${kind}.txt`).sort());
  });

  it('finds what paper leaves out: a block that is not there is not said', async () => {
    const { letter } = each[0]!;
    const { pages } = await printed(letter);
    const more = { ...letter.print, body: [...letter.print.body, { kind: 'paragraph', text: 'Unsaid.' }] };
    expect(foundOnPaper(more as Letter['print'], pages).at(-1)).toBeUndefined();
  });
});
