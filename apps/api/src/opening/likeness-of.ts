import type { PersonBody } from '@duly/api-contract';
import type { Likeness, LikenessKind } from '@duly/register';
import type { Vault } from '@duly/vault';
import { emailAlike, phoneAlike, wordsAlike } from './written-alike.js';

/**
 * Blind indexes of the subject, by which duplicates and repeats are found; keyed hashes, nothing in the clear. The requester has
 * none: many requests by one agent are each somebody else's (R47).
 */
export async function likenessOf(subject: PersonBody, vault: Vault): Promise<readonly Likeness[]> {
  const name = wordsAlike(subject.name)?.toSorted().join(' ');
  const address = wordsAlike(subject.postalAddress)?.join(' ');
  const marks: readonly (readonly [LikenessKind, string | undefined])[] = [
    ['name', name],
    ['email', emailAlike(subject.email)],
    ['phone', phoneAlike(subject.phone)],
    ['name-and-address', name && address && `${name}|${address}`],
  ];
  const likeness: Likeness[] = [];
  for (const [kind, mark] of marks) {
    if (mark) likeness.push({ kind, hash: await vault.keyedHash('look-alike', `${kind}:${mark}`) });
  }
  return likeness;
}
