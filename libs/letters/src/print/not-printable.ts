/** Thrown where a letter cannot be set in print. Holds no personal data. */
export class NotPrintable extends Error {
  override readonly name = 'NotPrintable';

  constructor(readonly problem: string) {
    super(`The letter cannot be printed by itself: ${problem}`);
  }
}
