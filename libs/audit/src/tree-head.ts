import { hashLength } from './hashing.js';
import { readNote, signNote, type ReadNote, type SigningKey } from './signed-note.js';

/** How large the log was at an instant, and the root of its tree: whoever holds two of them can ask for the proof between them. */
export interface TreeHead {
  /** Which log it is: the same for all its heads. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** ISO 8601 in UTC, by the clock of who signed. */
  readonly at: string;
}

/** As C2SP's tlog-checkpoint: origin, size, root in base64, and one line more for the time. */
export function signHead({ origin, size, root, at }: TreeHead, keys: readonly SigningKey[]): string {
  return signNote(`${origin}\n${size}\n${root.toString('base64')}\ntime ${at}\n`, keys);
}

const form = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\ntime (\d{4}-\d\d-\d\dT[\d:.]+Z)\n$/;

/** Undefined where it is no signed tree head. Its signatures are still to be judged. */
export function readHead(note: string): (TreeHead & { readonly note: ReadNote }) | undefined {
  const read = readNote(note);
  const [, origin, size, encoded, at] = form.exec(read?.text ?? '') ?? [];
  if (!read || !origin || !size || !encoded || !at) return undefined;
  const root = Buffer.from(encoded, 'base64');
  return root.length === hashLength && Number.isSafeInteger(Number(size))
    ? { origin, size: Number(size), root, at, note: read }
    : undefined;
}
