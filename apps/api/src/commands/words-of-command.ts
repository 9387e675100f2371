import { createHash } from 'node:crypto';
import { wordsOf } from '@duly/api-contract';
import type { CaseCommand, Verb } from '@duly/case';

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

/** Takes the free text out of a command, before it travels anywhere but into the vault. */
export function wordsApart<Command extends CaseCommand>(
  command: Command,
  updateId: string,
): WordsApart<Command> {
  const fields: readonly string[] = wordsOf[command.verb satisfies Verb];
  const found = fields.flatMap(field => {
    const text: unknown = Reflect.get(command, field);
    return typeof text === 'string' ? [{ field, wordsId: idFrom(updateId, field), text }] : [];
  });
  const ids = Object.fromEntries(found.map(({ field, wordsId }) => [field, wordsId]));
  return { command: { ...command, ...ids }, words: found.map(({ wordsId, text }) => ({ wordsId, text })) };
}
