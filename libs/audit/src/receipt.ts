import { judgeNote, readKey, readNote, signNote, type SigningKey } from './signed-note.js';

/** What a controller states that it has received, byte for byte (UK GDPR Art 20(2)). */
export interface Receipt {
  /** The sender's id of the transfer. */
  readonly transfer: string;
  /** Of the bytes that came, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

const head = 'duly transfer receipt v1';
const form =
  /^duly transfer receipt v1\ntransfer ([0-9a-f-]{36})\nsha-256 ([0-9a-f]{64})\nbytes (\d{1,15})\nreceived (\S{20,30})\n$/u;

/** As a signed note (C2SP), by the keys that sign the receiver's audit log. */
export function signReceipt(receipt: Receipt, keys: readonly SigningKey[]): string {
  const { transfer, sha256, bytes, receivedAt } = receipt;
  const text = `${head}\ntransfer ${transfer}\nsha-256 ${sha256}\nbytes ${bytes}\nreceived ${receivedAt}\n`;
  return signNote(text, keys);
}

/** What a receipt states; undefined where it is none, or is not signed by this key. @param key as `duly audit key` prints it */
export function readReceipt(written: string, key: string): Receipt | undefined {
  const note = readNote(written);
  const publicKey = readKey(key);
  if (!note || !publicKey || judgeNote(note, publicKey) !== 'good') return undefined;
  const [, transfer, sha256, bytes, receivedAt] = form.exec(note.text) ?? [];
  if (!transfer || !sha256 || !bytes || !receivedAt) return undefined;
  return { transfer, sha256, bytes: Number(bytes), receivedAt };
}
