import { inflateSync } from 'node:zlib';
import { renderLetter, type RefusalData } from '@duly/notices';
import { readPdf } from '@duly/testing/read-pdf';
import { aRefusal, namesByScript } from './letters.given.js';
import { NotPrintable } from './not-printable.js';
import { printLetter } from './print-letter.js';

const printed = (changes: Partial<RefusalData> = {}): Promise<Buffer> =>
  printLetter(renderLetter('refusal', aRefusal(changes)).print);

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ');

async function textOf(changes: Partial<RefusalData> = {}): Promise<string> {
  const { pages } = await readPdf(await printed(changes));
  return inOneLine(pages.join('\n'));
}

/** As a string of PDF is written (ISO 32000-1, 7.3.4.2). */
const escapes: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };
const escaped = (text: string): string =>
  text.replace(/[\n\r\t\u0008\f()\\]/gu, sign => `\\${escapes[sign] ?? sign}`);

/** What the pages draw, as it is written in them. */
function drawnIn(bytes: Buffer): string {
  const streams = bytes
    .toString('latin1')
    .matchAll(/\/FlateDecode\s*>>\s*stream\r?\n([\s\S]*?)\nendstream/gu);
  return [...streams]
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .join('\n');
}

/** The first sign of every font: what is drawn where it has none. */
const emptyBox = '0000';

/** Every sign of the pages, by its number in its font, four hexadecimal digits (ISO 32000-1, 9.7.4.2). */
const signsDrawnIn = (bytes: Buffer): readonly string[] =>
  [...drawnIn(bytes).matchAll(/\[([<>0-9a-f .-]+)\] TJ/gu)].flatMap(([, text = '']) =>
    [...text.matchAll(/<([0-9a-f]+)>/gu)].flatMap(([, hex = '']) => hex.match(/.{4}/gu) ?? []),
  );

describe('a letter on paper', () => {
  it('holds the letter’s words as text, in the order in which they are read', async () => {
    const text = await textOf();
    const inOrder = [
      'Example Borough Council Data Protection Team 1 High Street',
      'Ann Lee 2 Low Road Exampleton EX2 2BB',
      'Wednesday 1 July 2026 Our reference: DR-2026-000123-1',
      'We cannot do what you asked',
      'Dear Ann Lee,',
      'We received your request on Monday 1 June 2026.',
      'The law tells us to keep these files.',
      'How to complain',
      'To us. You have a right to complain to us',
      'To the regulator.',
      'To a court.',
      'Yours sincerely',
    ];
    const places = inOrder.map(words => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('is tagged: language, title, headings, lists and quoted words (PDF/UA-1)', async () => {
    const read = await readPdf(await printed());
    expect(read).toMatchObject({
      language: 'en',
      title: 'We cannot do what you asked (DR-2026-000123-1)',
      isMarked: true,
      showsTitle: true,
    });
    expect(read.roles.filter(role => role === 'H1')).toHaveLength(1);
    expect(read.roles.find(role => role.startsWith('H'))).toBe('H1');
    expect(read.roles).toEqual(expect.arrayContaining(['H2', 'L', 'LI', 'Lbl', 'LBody', 'BlockQuote', 'P']));
  });

  it('is the same bytes for the same letter, and other bytes for another', async () => {
    const [one, again, other] = [await printed(), await printed(), await printed({ addressee: 'Ann Leigh' })];
    expect(one.equals(again)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });

  it('embeds its fonts, and numbers its pages', async () => {
    const bytes = await printed({ reasons: 'The law tells us to keep these files.\n\n'.repeat(40) });
    expect(bytes.toString('latin1')).toContain('/FontFile2');
    const { pages } = await readPdf(bytes);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, place) => expect(page).toContain(`${place + 1} / ${pages.length}`));
  });

  it.each(namesByScript)(
    'prints a name in %s, each of its signs by a font that has it',
    async (_script, addressee) => {
      const bytes = await printed({ addressee });
      const { pages } = await readPdf(bytes);
      expect(inOneLine(pages.join(' ')).normalize('NFC')).toContain(addressee.normalize('NFC').slice(0, 1));
      const signs = signsDrawnIn(bytes);
      expect(signs.length).toBeGreaterThan(addressee.length);
      expect(signs).not.toContain(emptyBox);
    },
  );

  it.each([
    ['Hebrew', 'שלום כהן'],
    ['Arabic', 'محمد بن سلمان'],
    ['Urdu', 'عائشہ زندہ'],
  ])(
    'keeps a name in %s as it is spelt, from right to left, for who reads it aloud',
    async (_script, name) => {
      // ActualText is written as UTF-16 with its mark of order.
      const spelt = Buffer.from(`\uFEFF${name}`, 'utf16le').swap16().toString('latin1');
      expect(drawnIn(await printed({ addressee: name }))).toContain(`/ActualText (${escaped(spelt)})`);
    },
  );

  it('prints emoji as pictures of one colour, and says what they are', async () => {
    const bytes = await printed({ addressee: 'Ann 😀 Lee' });
    expect(bytes.length).toBeGreaterThan((await printed()).length);
  });

  it('never prints a sign as an empty box: it says which, and how to go on', async () => {
    const asked = printed({ addressee: '𐎀𐎁' });
    await expect(asked).rejects.toThrow(NotPrintable);
    await expect(asked).rejects.toThrow(/U\+10380.*Print it from its HTML/u);
  });

  it('is bounded: a letter without end is not printed', async () => {
    await expect(printed({ reasons: 'Line by line.\n'.repeat(12_000) })).rejects.toThrow(/200 pages/u);
  });

  it('large print: no text under 16 points', async () => {
    const read = await readPdf(await printed({ isLarge: true }));
    expect(Math.min(...read.sizes)).toBeGreaterThanOrEqual(16);
    expect(Math.min(...(await readPdf(await printed())).sizes)).toBeGreaterThanOrEqual(9);
  });

  it('the address stands in the window of a DL envelope (BS 4264)', async () => {
    const { places } = await readPdf(await printed());
    const millimetres = (points: number): number => (points * 25.4) / 72;
    const address = places.filter(({ text }) => ['Ann Lee', '2 Low Road', 'EX2 2BB'].includes(text));
    expect(address).toHaveLength(3);
    for (const { x, y } of address) {
      expect(millimetres(x)).toBeGreaterThanOrEqual(20);
      expect(millimetres(x)).toBeLessThan(110);
      expect(297 - millimetres(y)).toBeGreaterThan(51);
      expect(297 - millimetres(y)).toBeLessThan(86);
    }
    const inTheWindow = places.filter(
      ({ x, y }) => millimetres(x) < 110 && 297 - millimetres(y) > 40 && 297 - millimetres(y) < 88,
    );
    expect(inTheWindow.map(({ text }) => text).filter(text => text.trim() !== '')).toEqual([
      'Ann Lee',
      '2 Low Road',
      'Exampleton',
      'EX2 2BB',
    ]);
  });
});
