import { JsonScanner } from './json-scanner.js';

/** One record of the input: its value, or where its text stops being JSON. Lines and columns count from 1. */
export type InputRecord =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly brokenAt: { readonly line: number; readonly column: number } | 'end' };

/** Characters that one record may have, so that memory stays flat whatever comes in. */
const longestRecord = 16 * 1024 * 1024;

const spaces = /[ \t\r\n]*/y;
const spacesOfLine = /[ \t\r]*/y;

/**
 * Splits a text that arrives in pieces into its JSON records: one object, objects one after another (a line each or spread over
 * lines), or the elements of a list. A broken record does not hide the records on the lines after it; only inside a list it does,
 * because there a lost bracket leaves no way to know where the next element begins.
 */
export class RecordSplitter {
  private buffer = '';
  private at = 0;
  private line = 1;
  private lineStart = 0;
  private scanner: JsonScanner | undefined;
  private scanned = 0;
  /** Inside a list: what may come next. */
  private list: 'none' | 'first or ]' | 'element' | ', or ]' | 'lost' = 'none';
  /** After a broken record: its indentation. Lines that are set further in, or only go on or close, belong to it. */
  private brokenIndent: number | undefined;
  /** Whether a list was read, so that an empty one is not taken for empty input. */
  sawList = false;

  *push(text: string): Generator<InputRecord> {
    this.buffer += text;
    yield* this.split(false);
    this.forget();
  }

  *end(): Generator<InputRecord> {
    yield* this.split(true);
    if (this.list !== 'none' && this.list !== 'lost') yield { line: this.line, brokenAt: 'end' };
    this.buffer = '';
  }

  private *split(isLast: boolean): Generator<InputRecord> {
    for (;;) {
      const before = [this.at, this.list] as const;
      const record = this.next(isLast);
      if (record) yield record;
      else if (before[0] === this.at && before[1] === this.list) return;
    }
  }

  private next(isLast: boolean): InputRecord | undefined {
    if (this.list === 'lost') {
      this.advance(this.buffer.length);
      return undefined;
    }
    if (this.scanner) return this.readValue(this.scanner, isLast);
    if (this.brokenIndent !== undefined && !this.passBrokenLine(this.brokenIndent, isLast)) return undefined;
    this.advance(this.after(spaces, this.at));
    const next = this.buffer[this.at];
    if (next === undefined) return undefined;
    if (this.list !== 'none') return this.readInList(next, isLast);
    if (next === '[') {
      this.beginList();
      return undefined;
    }
    if (next !== '{') return this.readLine(isLast);
    return this.readValue(this.beginValue(), isLast);
  }

  private beginValue(): JsonScanner {
    this.scanned = this.at;
    return (this.scanner = new JsonScanner());
  }

  private beginList(): void {
    this.sawList = true;
    this.list = 'first or ]';
    this.advance(this.at + 1);
  }

  private readInList(next: string, isLast: boolean): InputRecord | undefined {
    if (next === ']' && this.list !== 'element') {
      this.list = 'none';
      this.advance(this.at + 1);
      return undefined;
    }
    if (this.list !== ', or ]') return this.readValue(this.beginValue(), isLast);
    if (next !== ',') return this.loseList(this.at);
    this.list = 'element';
    this.advance(this.at + 1);
    return undefined;
  }

  private readValue(scanner: JsonScanner, isLast: boolean): InputRecord | undefined {
    this.scanned = scanner.scan(this.buffer, this.scanned);
    const isTooLong = this.scanned - this.at > longestRecord;
    if (scanner.outcome === 'more' && !isLast && !isTooLong) return undefined;
    const isInList = this.list !== 'none';
    if (scanner.outcome !== 'complete')
      return isInList ? this.loseList(this.scanned) : this.breakRecord(isLast);
    if (isInList) {
      this.list = ', or ]';
      return this.take(this.scanned);
    }
    const rest = this.after(spacesOfLine, this.scanned);
    const next = this.buffer[rest];
    if (next === undefined && !isLast) return undefined;
    // Several objects may share a line; anything else after one makes the line broken.
    return next === undefined || next === '\n' || next === '{' || next === '['
      ? this.take(this.scanned)
      : this.breakRecord(isLast, rest);
  }

  /** A line that does not begin an object or a list: a plain value, or no JSON. */
  private readLine(isLast: boolean): InputRecord | undefined {
    const end = this.endOfLine();
    if (end === -1 && !isLast) {
      if (this.buffer.length - this.at <= longestRecord) return undefined;
      return this.breakRecord(isLast, this.at);
    }
    return this.take(end === -1 ? this.buffer.length : end);
  }

  private take(end: number): InputRecord {
    const { line, at } = this;
    this.scanner = undefined;
    const text = this.buffer.slice(at, end);
    const place = this.placeOf(at);
    this.advance(end);
    try {
      return { line, value: JSON.parse(text) as unknown };
    } catch {
      return { line, brokenAt: place };
    }
  }

  private breakRecord(isLast: boolean, at = this.scanned): InputRecord {
    const { line } = this;
    const brokenAt = isLast && at >= this.buffer.length ? 'end' : this.placeOf(at);
    this.scanner = undefined;
    this.brokenIndent = this.at - this.lineStart;
    this.passLine();
    return { line, brokenAt };
  }

  private loseList(at: number): InputRecord {
    const { line } = this;
    const brokenAt = at >= this.buffer.length ? 'end' : this.placeOf(at);
    this.scanner = undefined;
    this.list = 'lost';
    return { line, brokenAt };
  }

  /** Passes over one more line of a broken record; false while too little of the line has arrived. */
  private passBrokenLine(indent: number, isLast: boolean): boolean {
    if (this.at !== this.lineStart) return this.passLine();
    const first = this.after(spacesOfLine, this.at);
    const next = this.buffer[first];
    if (next === undefined && !isLast) return false;
    if (next !== undefined && next !== '\n' && first - this.lineStart <= indent && !'"}],'.includes(next)) {
      this.brokenIndent = undefined;
      return true;
    }
    return this.passLine();
  }

  private passLine(): boolean {
    const end = this.endOfLine();
    this.advance(end === -1 ? this.buffer.length : end + 1);
    return false;
  }

  private endOfLine(): number {
    return this.buffer.indexOf('\n', this.at);
  }

  private after(run: RegExp, from: number): number {
    run.lastIndex = from;
    run.test(this.buffer);
    return run.lastIndex;
  }

  private advance(to: number): void {
    for (let end = this.endOfLine(); end !== -1 && end < to; end = this.buffer.indexOf('\n', end + 1)) {
      this.line += 1;
      this.lineStart = end + 1;
    }
    this.at = to;
  }

  private placeOf(at: number): { line: number; column: number } {
    let { line, lineStart } = this;
    for (
      let end = this.buffer.indexOf('\n', this.at);
      end !== -1 && end < at;
      end = this.buffer.indexOf('\n', end + 1)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    return { line, column: at - lineStart + 1 };
  }

  /** Drops what has been read; columns are counted from where the line began, even if that is gone. */
  private forget(): void {
    this.buffer = this.buffer.slice(this.at);
    this.lineStart -= this.at;
    this.scanned -= this.at;
    this.at = 0;
  }
}
