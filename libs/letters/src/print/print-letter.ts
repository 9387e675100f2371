import type { PrintBlock, PrintDocument } from '@duly/notices';
import type { Weight } from './fonts.js';
import { linesOf } from './lines.js';
import { area, millimetres, Sheet, type Element } from './sheet.js';

interface Sizes {
  readonly text: number;
  readonly title: number;
  readonly heading: number;
  readonly foot: number;
}

/** Points. Large print: 18 and more throughout (RNIB clear print), the foot of the page too. */
const sizes: Readonly<Record<'usual' | 'large', Sizes>> = {
  usual: { text: 11.5, title: 16, heading: 13, foot: 9 },
  large: { text: 18, title: 22, heading: 20, foot: 18 },
};

/** Where a DL envelope's window shows the sheet folded in three (BS 4264): 20 to 110 mm from the left, and these from the top. */
const inWindow = {
  left: millimetres(24),
  width: millimetres(84),
  top: millimetres(52),
  height: millimetres(31),
};
/** The letterhead stands to the right of it. */
const head = { left: millimetres(116), width: millimetres(76), top: millimetres(14) };
const underWindow = millimetres(95);
const spacing = 1.35;
/** Points (UK Association for Accessible Formats: large print begins at 16). */
const leastLarge = 16;

interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly left?: number;
  readonly width?: number;
  readonly base?: 'ltr' | 'auto';
}

/** Sets a letter on A4, for a DL window envelope. */
class Setter {
  private readonly sheet: Sheet;
  private readonly sizes: Sizes;

  constructor(private readonly letter: PrintDocument) {
    const { title, language, on, sender } = letter;
    this.sheet = new Sheet({ title, language, on, author: sender[0] ?? '' });
    this.sizes = sizes[letter.isLarge ? 'large' : 'usual'];
  }

  async set(): Promise<Buffer> {
    this.above();
    for (const block of this.letter.body) this.block(block);
    const { foot } = this.sizes;
    const footer = (page: number, of: number) => {
      const words = `${this.letter.dated.at(-1) ?? ''} · ${page} / ${of}`;
      const setting = { size: foot, weight: 'regular', width: area.width, base: 'ltr' } as const;
      return linesOf(words, setting, this.sheet.measure)[0]?.pieces ?? [];
    };
    return this.sheet.end(footer, foot);
  }

  /** Letterhead, address, date and title, each in its place on the first page. */
  private above(): void {
    const { sheet, letter } = this;
    const [name = '', ...rest] = letter.sender;
    sheet.goTo(head.top);
    const sender = sheet.element('P');
    this.lines(sender, 'P', [name], { ...head, size: this.sizes.text, weight: 'bold' });
    this.lines(sender, 'P', rest, { ...head, size: this.letter.isLarge ? this.sizes.text : 9.5 });
    const endOfHead = sheet.place;
    sheet.goTo(inWindow.top);
    this.lines(sheet.element('P'), 'P', letter.addressee, { ...inWindow, size: this.sizeInWindow() });
    sheet.goTo(Math.max(underWindow, endOfHead + this.sizes.text, sheet.place));
    this.lines(sheet.element('P'), 'P', letter.dated, { size: this.sizes.text });
    sheet.space(this.sizes.text);
    this.lines(sheet.element('H1'), 'H1', [letter.title], { size: this.sizes.title, weight: 'bold' });
    sheet.space(this.sizes.text / 2);
  }

  /** As large as the text, or as small as a long address needs, so that all of it is seen in the window. */
  private sizeInWindow(): number {
    const { addressee } = this.letter;
    const heightAt = (size: number): number => {
      const setting = { size, weight: 'regular', width: inWindow.width, base: 'auto' } as const;
      const lines = addressee.flatMap(line => linesOf(line, setting, this.sheet.measure));
      return lines.length * size * spacing;
    };
    // In large print the address is read like the rest; the window shows its first lines.
    if (this.letter.isLarge) return leastLarge;
    let { text: size } = this.sizes;
    while (size > 7 && heightAt(size) > inWindow.height) size -= 0.5;
    return size;
  }

  private block(block: PrintBlock): void {
    const {
      sheet,
      sizes: { text: size, heading },
    } = this;
    switch (block.kind) {
      case 'heading':
        sheet.space(size / 2);
        // A heading alone at the foot of a page tells nothing.
        sheet.keep((heading + 2 * size) * spacing);
        this.lines(sheet.element('H2'), 'H2', [block.text], { size: heading, weight: 'bold' });
        sheet.space(size / 4);
        break;
      case 'paragraph':
        this.lines(sheet.element('P'), 'P', [block.text], { size });
        sheet.space(size * 0.7);
        break;
      case 'list':
        this.list(block.items);
        break;
      case 'words':
        this.words(block.paragraphs);
        break;
      case 'lines':
        this.lines(sheet.element('P'), 'P', block.lines, { size });
        sheet.space(size * 0.7);
        break;
    }
  }

  private list(items: readonly string[]): void {
    const {
      sheet,
      sizes: { text: size },
    } = this;
    const list = sheet.element('L');
    for (const text of items) {
      const item = sheet.element('LI', list);
      sheet.keep(size * spacing);
      const { place } = sheet;
      this.lines(sheet.element('Lbl', item), 'Lbl', ['•'], { size, left: area.left + size / 2 });
      sheet.goTo(place);
      const indent = size * 1.4;
      const body = sheet.element('LBody', item);
      this.lines(body, 'LBody', [text], { size, left: area.left + indent, width: area.width - indent });
      sheet.space(size * 0.35);
    }
    sheet.space(size * 0.35);
  }

  private words(paragraphs: readonly (readonly string[])[]): void {
    const {
      sheet,
      sizes: { text: size },
    } = this;
    const quote = sheet.element('BlockQuote');
    const indent = size * 1.4;
    const style = { size, left: area.left + indent, width: area.width - indent, base: 'auto' } as const;
    for (const lines of paragraphs) {
      this.lines(sheet.element('P', quote), 'P', lines, style);
      sheet.space(size * 0.7);
    }
  }

  private lines(element: Element, type: string, texts: readonly string[], style: Style): void {
    const { size, weight = 'regular', left = area.left, width = area.width, base = 'ltr' } = style;
    const box = { left, width, size, leading: size * spacing };
    for (const text of texts) {
      for (const line of linesOf(text, { size, weight, width, base }, this.sheet.measure))
        this.sheet.line(element, type, line, box);
    }
  }
}

/**
 * A letter on A4 as a tagged PDF (PDF/UA-1), its fonts embedded. The same document gives the same bytes.
 * @throws NotPrintable where a sign has no font, or the letter would never end
 */
export function printLetter(letter: PrintDocument): Promise<Buffer> {
  return new Setter(letter).set();
}
