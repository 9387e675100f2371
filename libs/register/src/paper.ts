import type { Database } from '@duly/postgres';

/** What is kept of a letter for paper, sealed. */
export interface OnPaper {
  /** What it is printed from; null of a letter from before this was kept. */
  readonly document: Buffer | null;
  /** The PDF, once it was asked for. */
  readonly print: Buffer | null;
}

/** Letters on paper: printed once, and kept like their message. */
export class Paper {
  constructor(private readonly database: Database) {}

  /** Undefined while the letter is not written. */
  async of(letterId: string): Promise<OnPaper | undefined> {
    const [row] = await this.database.query<OnPaper>(
      `SELECT sealed_document AS document, sealed_print AS print FROM register.letter
       WHERE letter_id = $1 AND sealed_message IS NOT NULL`,
      [letterId],
    );
    return row;
  }

  /** Keeps the PDF if none is kept yet. @param hash SHA-256 of its bytes @returns whether this one is kept */
  async keep(
    letterId: string,
    { sealed, hash }: { readonly sealed: Buffer; readonly hash: string },
  ): Promise<boolean> {
    const changed = await this.database.change(
      `UPDATE register.letter SET sealed_print = $2, print_hash = $3, printed_at = now()
       WHERE letter_id = $1 AND sealed_print IS NULL`,
      [letterId, sealed, hash],
    );
    return changed > 0;
  }
}
