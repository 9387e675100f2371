import PDFDocument from 'pdfkit';
import { leaveEmptyAnchors } from './empty-anchors.js';
import { pathOfFont, type FontFile } from './fonts.js';
import type { Measured, Measure, SetLine } from './lines.js';
import { NotPrintable } from './not-printable.js';
import { inVisualOrder } from './pieces.js';

/** An element of the structure that a screen reader follows (PDF/UA-1, ISO 14289-1). */
export type Element = PDFKit.PDFStructureElement;

export const millimetres = (length: number): number => (length * 72) / 25.4;

/** A4, in points. */
const page = { width: millimetres(210), height: millimetres(297) } as const;
const margins = { side: millimetres(24), top: millimetres(20), bottom: millimetres(22) } as const;
/** No letter is as long; what is has been made to fill the disk. */
const mostPages = 200;

export const area = {
  left: margins.side,
  right: page.width - margins.side,
  width: page.width - 2 * margins.side,
} as const;

export interface About {
  readonly title: string;
  readonly language: string;
  readonly author: string;
  /** The civil date of the letter; the file knows no other time, so that the same letter is the same bytes. */
  readonly on: string;
}

const isTold = ({ level, font }: Measured): boolean => level % 2 === 1 || font.name.includes('Emoji');

/** One letter on its way to paper: where the next line goes, and the structure beside what is drawn. */
export class Sheet {
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly finished: Promise<Buffer>;
  private readonly root: Element;
  private pages = 1;
  private y: number = margins.top;

  constructor({ title, language, author, on }: About) {
    const made = new Date(`${on}T12:00:00Z`);
    const options: PDFKit.PDFDocumentOptions = {
      size: [page.width, page.height],
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      bufferPages: true,
      font: '',
      info: { Title: title, Author: author, Creator: 'Duly', Producer: 'Duly', CreationDate: made },
    };
    // PDF/UA-1 is newer than the types.
    Reflect.set(options, 'subset', 'PDF/UA');
    this.document = new PDFDocument(options);
    this.finished = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.document.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.document.on('error', reject);
    });
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  readonly measure: Measure = (text, font, size) => {
    this.useFont(font, size);
    try {
      return this.document.widthOfString(text);
    } catch {
      // A few signs of a few scripts cannot be set by the library of fonts; what it says would repeat them.
      throw new NotPrintable('some of its signs cannot be set. Print it from its HTML, or write it by hand');
    }
  };

  /** A new element at the end of another, or of the letter. */
  element(type: string, within: Element = this.root): Element {
    const made = this.document.struct(type);
    within.add(made);
    return made;
  }

  /** The next line begins so far from the top of the page, in points. */
  goTo(y: number): void {
    this.y = y;
  }

  get place(): number {
    return this.y;
  }

  space(height: number): void {
    this.y += height;
  }

  /** Begins a page where less than this is left on it. */
  keep(height: number): void {
    if (this.y + height <= page.height - margins.bottom) return;
    this.pages += 1;
    if (this.pages > mostPages)
      throw new NotPrintable(`it is longer than ${mostPages} pages. Print it from its HTML`);
    this.document.addPage();
    this.y = margins.top;
  }

  /** Draws a line, tells the structure of it, and goes on below. @param box left edge and width, in points */
  line(
    element: Element,
    type: string,
    { pieces, isRightToLeft }: SetLine,
    box: { left: number; width: number; size: number; leading: number },
  ): void {
    this.keep(box.leading);
    const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
    const left = isRightToLeft ? box.left + box.width - width : box.left;
    const content = this.document.markStructureContent(type);
    const told = pieces.some(isTold);
    // What is drawn from right to left, or as a picture, is read from this in the order of the text.
    if (told) this.document.markContent('Span', { actual: pieces.map(({ text }) => text).join('') });
    this.draw(pieces, left, this.y + box.size, box.size);
    if (told) this.document.endMarkedContent();
    this.document.endMarkedContent();
    element.add(content);
    this.y += box.leading;
  }

  /** What is no part of the text: the numbers of the pages, and where to fold. */
  private artifact(text: readonly Measured[], y: number, size: number): void {
    this.document.markContent('Artifact', { type: 'Pagination' });
    const width = text.reduce((sum, piece) => sum + piece.width, 0);
    this.draw(text, area.right - width, y, size);
    this.document.endMarkedContent();
  }

  /** @param footer sets the words at the foot of a page */
  async end(footer: (page: number, of: number) => readonly Measured[], size: number): Promise<Buffer> {
    const { count } = this.document.bufferedPageRange();
    for (let number = 0; number < count; number += 1) {
      this.document.switchToPage(number);
      this.artifact(footer(number + 1, count), page.height - millimetres(12), size);
    }
    this.root.end();
    this.document.end();
    return this.finished;
  }

  private draw(pieces: readonly Measured[], left: number, baseline: number, size: number): void {
    let x = left;
    for (const { text, font, width } of inVisualOrder(pieces)) {
      this.useFont(font, size);
      this.document.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      x += width;
    }
  }

  private useFont(font: FontFile, size: number): void {
    this.document.font(pathOfFont(font)).fontSize(size);
    leaveEmptyAnchors(this.document);
  }
}
