import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface SignInKeys {
  /** The private key that signs tokens, with its `kid`. */
  readonly signing: JWK;
  readonly cookies: string;
}

async function make(): Promise<SignInKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  const signing = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' };
  return { signing, cookies: randomBytes(32).toString('base64url') };
}

/** Keys of one issuer; kept in a file when one is named, so that tokens stay good over a restart. */
export async function signInKeys(file?: string): Promise<SignInKeys> {
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SignInKeys;
  const made = await make();
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return made;
}
