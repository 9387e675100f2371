import { createHash } from 'node:crypto';
import { wordsFields, type CaseCommand } from '@duly/case';

export interface WordsApart<Command> {
  /** The command with ids in place of the text. */
  readonly command: Command;
  readonly words: readonly { readonly wordsId: string; readonly text: string }[];
}

/** A UUID (version 8, RFC 9562) made of a name, so that a retry after a crash stores its words under the same id. */
export function idFrom(...names: readonly string[]): string {
  const hash = createHash('sha256').update(names.join('/')).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join('-');
}

interface StoredWords {
  readonly wordsId: string;
  readonly text: string;
}

const isWordsField = (name: string): boolean => wordsFields.some(field => field === name);

/** The same with an id in place of each text, wherever it stands; the path to it names the id. */
function apart<Part>(part: Part, path: readonly string[], words: StoredWords[]): Part {
  if (Array.isArray(part)) {
    return part.map((one: unknown, place) => apart(one, [...path, String(place)], words)) as Part;
  }
  if (typeof part !== 'object' || part === null) return part;
  const fields = Object.entries(part).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'string' || !isWordsField(name)) return [name, apart(value, [...path, name], words)];
    const wordsId = idFrom(...path, name);
    words.push({ wordsId, text: value });
    return [name, wordsId];
  });
  return Object.fromEntries(fields) as Part;
}

/** Takes the free text out of a command, before it travels anywhere but into the vault. */
export function wordsApart<Command extends CaseCommand>(
  command: Command,
  updateId: string,
): WordsApart<Command> {
  const words: StoredWords[] = [];
  return { command: apart(command, [updateId], words), words };
}
