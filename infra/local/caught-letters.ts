import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** One letter as it came over SMTP. */
export interface CaughtLetter {
  /** Grows with each letter caught: `000001`. */
  readonly id: string;
  /** When it was caught, UTC, ISO 8601. */
  readonly receivedAt: string;
  /** The sender and recipients of the SMTP envelope, which decide where a letter goes; the letter's own lines do not. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly messageId: string | undefined;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  /** The bytes as they came, as latin1 text. */
  readonly source: string;
}

type Stored = Pick<CaughtLetter, 'id' | 'receivedAt' | 'envelope' | 'source'>;

async function read(stored: Stored): Promise<CaughtLetter> {
  const parsed = await PostalMime.parse(Buffer.from(stored.source, 'latin1'));
  return {
    ...stored,
    messageId: parsed.messageId,
    from: parsed.from?.address ?? '',
    to: (parsed.to ?? []).flatMap(one => one.address ?? []),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html,
  };
}

/** The letters caught so far, oldest first; in a folder when one is named, so that they outlive the catcher. */
export class CaughtLetters {
  private readonly letters: CaughtLetter[];

  private constructor(
    private readonly folder: string | undefined,
    letters: CaughtLetter[],
  ) {
    this.letters = letters;
  }

  static async open(folder?: string): Promise<CaughtLetters> {
    if (!folder) return new CaughtLetters(undefined, []);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const files = readdirSync(folder).filter(file => file.endsWith('.json'));
    const stored = files.sort().map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Stored);
    return new CaughtLetters(folder, await Promise.all(stored.map(read)));
  }

  /** Keeps a letter. When this returns it is on disk: only then may the catcher tell the sender that it was taken. */
  async add(envelope: Stored['envelope'], bytes: Buffer): Promise<void> {
    const id = String(Number(this.letters.at(-1)?.id ?? 0) + 1).padStart(6, '0');
    const stored: Stored = {
      id,
      receivedAt: new Date().toISOString(),
      envelope,
      source: bytes.toString('latin1'),
    };
    const place = this.letters.push(await read(stored)) - 1;
    if (!this.folder) return;
    const path = join(this.folder, `${id}.json`);
    try {
      writeFileSync(`${path}.new`, JSON.stringify(stored), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    } catch (error) {
      this.letters.splice(place, 1);
      throw error;
    }
  }

  all(): readonly CaughtLetter[] {
    return this.letters;
  }

  find(id: string): CaughtLetter | undefined {
    return this.letters.find(letter => letter.id === id);
  }

  clear(): void {
    for (const { id } of this.letters.splice(0))
      if (this.folder) rmSync(join(this.folder, `${id}.json`), { force: true });
  }
}
