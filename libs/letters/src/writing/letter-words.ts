import { wordsFields, type LetterOrder, type WordsId } from '@duly/case';
import { isErased, type Erased, type Vault } from '@duly/vault';

/** The texts a letter quotes, by their ids. */
export type Words = (id: WordsId) => string;

function idsIn(event: LetterOrder['decided'] | undefined): readonly WordsId[] {
  if (!event) return [];
  return wordsFields.flatMap(field => {
    const id: unknown = Reflect.get(event, field);
    return typeof id === 'string' ? [id] : [];
  });
}

/** Fetches the words of these events from the vault. @param notYetKept of a command that has not been given yet */
export async function wordsOf(
  events: readonly (LetterOrder['decided'] | undefined)[],
  vault: Vault,
  notYetKept: ReadonlyMap<WordsId, string> = new Map(),
): Promise<Words | Erased> {
  const found = new Map<WordsId, string>();
  for (const id of new Set(events.flatMap(idsIn))) {
    const text = notYetKept.get(id) ?? (await vault.words(id));
    if (isErased(text)) return text;
    if (text !== undefined) found.set(id, text);
  }
  return id => {
    const text = found.get(id);
    // Words are stored before a command reaches the case, so this is a lost row, and the letter waits until it is restored.
    if (text === undefined)
      throw new Error(`The words ${id} are not in the vault. Restore them; the letter waits.`);
    return text;
  };
}
