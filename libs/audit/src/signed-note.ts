import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';

/**
 * Texts signed by one key or several, as C2SP's signed-note describes them: the text, an empty line, and one line for each
 * signature, `— name base64(key id, signature)`. During a rotation both keys sign, so that the old public key still verifies.
 */
export interface SigningKey {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly publicKey: PublicKey;
}

export interface PublicKey {
  readonly name: string;
  /** Four bytes in hexadecimal, from name and key. */
  readonly id: string;
  /** Ed25519: 32 bytes. */
  readonly bytes: Buffer;
}

/** Ed25519 in the list of algorithms of C2SP's signed-note. */
const ed25519 = 1;
/** What stands before the 32 bytes in PKCS #8 and SubjectPublicKeyInfo (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');
const keyLength = 32;
const signatureLength = 64;

const isName = (name: string): boolean => /^[^\s+]{1,200}$/u.test(name);

function publicKeyOf(name: string, bytes: Buffer): PublicKey {
  const identified = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ed25519), bytes]);
  return { name, bytes, id: hash('sha256', identified, 'buffer').subarray(0, 4).toString('hex') };
}

/** @param seed 32 random bytes @throws RangeError */
export function signingKey(name: string, seed: Buffer): SigningKey {
  if (!isName(name) || seed.length !== keyLength)
    throw new RangeError('A key has a name without spaces or plus signs, and 32 bytes.');
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateHead, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { name, privateKey, publicKey: publicKeyOf(name, spki.subarray(publicHead.length)) };
}

/** As Go's note package writes public keys: `name+id+base64(algorithm, key)`. */
export function writtenKey({ name, id, bytes }: PublicKey): string {
  return `${name}+${id}+${Buffer.concat([Buffer.of(ed25519), bytes]).toString('base64')}`;
}

/** Undefined where the text is no public key, or its id is not that of its name and bytes. */
export function readKey(written: string): PublicKey | undefined {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(written.trim()) ?? [];
  if (!name || !id || !encoded) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== keyLength + 1 || bytes[0] !== ed25519) return undefined;
  const key = publicKeyOf(name, bytes.subarray(1));
  return key.id === id ? key : undefined;
}

/** @param text ends with a line break, and holds no empty line at its end */
export function signNote(text: string, keys: readonly SigningKey[]): string {
  const lines = keys.map(({ name, privateKey, publicKey }) => {
    const signature = sign(null, Buffer.from(text), privateKey);
    const encoded = Buffer.concat([Buffer.from(publicKey.id, 'hex'), signature]).toString('base64');
    return `— ${name} ${encoded}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

export interface ReadNote {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly signature: Buffer }[];
}

/** Undefined where it is no signed note. */
export function readNote(note: string): ReadNote | undefined {
  const split = note.lastIndexOf('\n\n— ');
  if (split < 0 || !note.endsWith('\n')) return undefined;
  const lines = note
    .slice(split + 2)
    .trimEnd()
    .split('\n');
  const signatures = lines.map(line => {
    const [, name = '', encoded = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    return { name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) };
  });
  return signatures.every(({ name }) => name) ? { text: note.slice(0, split + 1), signatures } : undefined;
}

/** `unknown`: none of its signatures is by this key, which says nothing about it. */
export function judgeNote({ text, signatures }: ReadNote, key: PublicKey): 'good' | 'bad' | 'unknown' {
  const own = signatures.filter(({ name, id }) => name === key.name && id === key.id);
  if (own.length === 0) return 'unknown';
  const publicKey = createPublicKey({
    key: Buffer.concat([publicHead, key.bytes]),
    format: 'der',
    type: 'spki',
  });
  const isGood = own.every(
    ({ signature }) =>
      signature.length === signatureLength && verify(null, Buffer.from(text), publicKey, signature),
  );
  return isGood ? 'good' : 'bad';
}
