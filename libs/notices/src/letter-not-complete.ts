/** Thrown where a letter would lack what it must say. Holds no personal data. */
export class LetterNotComplete extends Error {
  constructor(
    readonly field: string,
    readonly problem: string,
  ) {
    super(`The letter cannot be written: ${field}: ${problem}. Give it, then send the letter again.`);
    this.name = 'LetterNotComplete';
  }
}
