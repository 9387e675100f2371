import type { PersonBody } from '@duly/api-contract';
import type { Likeness, LikenessKind } from '@duly/register';
import type { Vault } from '@duly/vault';

/** Written so that case, accents, dots and the order of a name's parts do not matter. */
function plain(text: string | undefined): string | undefined {
  const words = text
    ?.normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words && words.length > 0 ? words.join(' ') : undefined;
}

const inOrder = (name: string | undefined): string | undefined => name?.split(' ').sort().join(' ');

/** The last ten digits, so that +44 1632 960000 and 01632 960000 are the same. */
const digits = (phone: string | undefined): string | undefined =>
  phone?.replace(/\D/g, '').slice(-10) || undefined;

/**
 * Blind indexes of the subject, by which duplicates and repeats are found; keyed hashes, nothing in the clear. The requester has
 * none: many requests by one agent are each somebody else's (R47).
 */
export async function likenessOf(subject: PersonBody, vault: Vault): Promise<readonly Likeness[]> {
  const name = inOrder(plain(subject.name));
  const address = plain(subject.postalAddress);
  const marks: readonly (readonly [LikenessKind, string | undefined])[] = [
    ['name', name],
    ['email', subject.email?.trim().toLowerCase()],
    ['phone', digits(subject.phone)],
    ['name-and-address', name && address && `${name}|${address}`],
  ];
  const likeness: Likeness[] = [];
  for (const [kind, mark] of marks) {
    if (mark) likeness.push({ kind, hash: await vault.keyedHash('look-alike', `${kind}:${mark}`) });
  }
  return likeness;
}
