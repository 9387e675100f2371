import type { PublicKey } from '@duly/audit';
import { inWords, verdictOf } from '@duly/cli/replay';
import { judgeBundle, readBundle } from '@duly/cli/verify';

/** What the verifier says of the text of a bundle. @throws CannotTell */
export async function verdictOn(text: string, keys: readonly [PublicKey, ...PublicKey[]]) {
  const checks = await judgeBundle(readBundle(text, 'the bundle'), keys);
  return { verdict: verdictOf(checks), words: inWords(checks) };
}
