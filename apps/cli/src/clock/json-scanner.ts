/** What the grammar of JSON lets come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

const deepest = 64;
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** The characters of numbers and of true, false and null. */
const isOfWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x61 && code <= 0x7a) ||
  code === 0x2d ||
  code === 0x2b ||
  code === 0x2e ||
  code === 0x45;

const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const escapable = '"\\/bfnrtu';

/**
 * Finds where one JSON value ends in a text that arrives in pieces, and stops at the first character that cannot belong to it.
 * It follows the grammar and not only the brackets, so that a line that breaks off is noticed on the next line and not at the end.
 */
export class JsonScanner {
  private readonly open: number[] = [];
  private expected: Expected = 'value';
  private word = '';
  private within: 'nothing' | 'string' | 'escape' | 'word' = 'nothing';
  /** `broken`: no JSON value begins like this. */
  outcome: 'more' | 'complete' | 'broken' = 'more';

  /** Reads on from `from`; gives the place after the last character that belongs to the value, or of the one that cannot. */
  scan(text: string, from: number): number {
    let at = from;
    while (this.outcome === 'more' && at < text.length) {
      at += this.read(text.charCodeAt(at));
    }
    return at;
  }

  /** How many characters were taken: none where the value had ended before this one, or cannot go on with it. */
  private read(code: number): 0 | 1 {
    switch (this.within) {
      case 'string':
        return this.readInString(code);
      case 'escape':
        if (!escapable.includes(String.fromCharCode(code))) return this.breakOff();
        this.within = 'string';
        return 1;
      case 'word':
        return this.readInWord(code);
      case 'nothing':
        return isSpace(code) ? 1 : this.readToken(code);
    }
  }

  private readInWord(code: number): 0 | 1 {
    if (isOfWord(code)) {
      this.word += String.fromCharCode(code);
      return 1;
    }
    if (!word.test(this.word)) return this.breakOff();
    this.within = 'nothing';
    this.endValue();
    return 0;
  }

  private readInString(code: number): 0 | 1 {
    if (code < 0x20) return this.breakOff();
    if (code === backslash) this.within = 'escape';
    if (code === quote) {
      this.within = 'nothing';
      if (this.expected === 'key' || this.expected === 'key or }') this.expected = ':';
      else this.endValue();
    }
    return 1;
  }

  private readToken(code: number): 0 | 1 {
    const { expected } = this;
    switch (code) {
      case closeBrace:
        return this.close(openBrace, expected === 'key or }' || expected === ', or end');
      case closeBracket:
        return this.close(openBracket, expected === 'value or ]' || expected === ', or end');
      case comma:
        if (expected !== ', or end') return this.breakOff();
        this.expected = this.open.at(-1) === openBrace ? 'key' : 'value';
        return 1;
      case colon:
        if (expected !== ':') return this.breakOff();
        this.expected = 'value';
        return 1;
      case quote:
        if (expected === ':' || expected === ', or end') return this.breakOff();
        this.within = 'string';
        return 1;
      default:
        return this.beginValue(code);
    }
  }

  private beginValue(code: number): 0 | 1 {
    if (this.expected !== 'value' && this.expected !== 'value or ]') return this.breakOff();
    if (code === openBrace || code === openBracket) {
      if (this.open.length === deepest) return this.breakOff();
      this.open.push(code);
      this.expected = code === openBrace ? 'key or }' : 'value or ]';
      return 1;
    }
    if (!isOfWord(code)) return this.breakOff();
    this.within = 'word';
    this.word = String.fromCharCode(code);
    return 1;
  }

  private close(opening: number, isExpected: boolean): 0 | 1 {
    if (!isExpected || this.open.pop() !== opening) return this.breakOff();
    this.endValue();
    return 1;
  }

  private endValue(): void {
    this.expected = ', or end';
    if (this.open.length === 0) this.outcome = 'complete';
  }

  private breakOff(): 0 {
    this.outcome = 'broken';
    return 0;
  }
}
