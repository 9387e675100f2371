import { personRoles, type PersonRole } from '@duly/case';
import type { SoughtName } from '@duly/register';
import type { People, Vault } from '@duly/vault';
import { wordsAlike } from './written-alike.js';

/** Words of a name beyond these are not found by: nobody is sought by their thirteenth. */
const mostWords = 12;

/** What a name is found by: each word of it, and each two of them, so that two common words find few. */
function marksOf(words: readonly string[]): readonly string[] {
  const pairs = words.flatMap((one, place) => words.slice(place + 1).map(other => `${one} ${other}`));
  return [...words, ...pairs];
}

const wordsOfName = (name: string): readonly string[] =>
  [...new Set(wordsAlike(name) ?? [])].toSorted().slice(0, mostWords);

const hashed = (marks: readonly string[], vault: Vault): Promise<readonly string[]> =>
  Promise.all(marks.map(mark => vault.keyedHash('name search', mark)));

/** Blind indexes of whoever is named, by which a handler finds the request again; a key of their own, nothing in the clear. */
export function soughtNamesOf(people: People, vault: Vault): Promise<readonly SoughtName[]> {
  const named = personRoles.flatMap((role: PersonRole) => {
    const person = people[role];
    return person ? [{ role, name: person.name }] : [];
  });
  return Promise.all(
    named.map(async ({ role, name }) => ({ role, hashes: await hashed(marksOf(wordsOfName(name)), vault) })),
  );
}

/** What whoever is sought must be found by: all of it. Undefined where nothing of it is a word. */
export async function soughtBy(
  name: string,
  vault: Vault,
): Promise<readonly [string, ...string[]] | undefined> {
  const words = wordsOfName(name);
  const pairs = words.slice(1).map((word, place) => `${words[place] ?? ''} ${word}`);
  const [first, ...more] = await hashed(pairs.length > 0 ? pairs : words, vault);
  return first === undefined ? undefined : [first, ...more];
}
