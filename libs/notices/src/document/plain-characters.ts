/**
 * Control characters, and the marks that turn or isolate the direction of all that follows them: never wanted in a letter, and a danger in a header.
 * Joiners are kept: emoji and several scripts are written with them.
 */
const unwanted = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** Half of a character that two code units make: it cannot be written as UTF-8. */
const halfCharacters = /\p{Surrogate}/gu;
const lineEnds = /\r\n?|\u2028|\u2029|\u0085|\u000B|\u000C/gu;

/** Text of one or more lines, without control characters; each line end becomes `\n`. */
export function plainLines(text: string): string {
  return text
    .replace(halfCharacters, '\uFFFD')
    .replace(lineEnds, '\n')
    .replace(/\t/gu, ' ')
    .replace(unwanted, '');
}

/** Text of one line: safe in a mail header, since no line end is left. */
export function plainLine(text: string): string {
  return plainLines(text).replace(/\s+/gu, ' ').trim();
}
