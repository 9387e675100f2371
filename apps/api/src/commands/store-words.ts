import { isErased, type Vault } from '@duly/vault';
import { erased } from './command-errors.js';

interface Home {
  readonly requestId: string;
  /** Absent for the words of a whole request. */
  readonly caseId?: string;
}

/** Stores what a command says, before it reaches Temporal. The same ids again change nothing. @throws ApiError `erased` */
export async function storeWords(
  vault: Vault,
  home: Home,
  words: readonly { readonly wordsId: string; readonly text: string }[],
): Promise<void> {
  for (const one of words) if (isErased(await vault.storeWords({ ...home, ...one }))) throw erased;
}
