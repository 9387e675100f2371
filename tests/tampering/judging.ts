import type { PublicKey } from '@duly/audit';
import { inWords, verdictOf } from '@duly/cli/replay';
import { judgeBundle, readBundle } from '@duly/cli/verify';

/** Pseudo-random numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the verifier says of the text of a bundle. @throws CannotTell */
export async function verdictOn(text: string, keys: readonly [PublicKey, ...PublicKey[]]) {
  const checks = await judgeBundle(readBundle(text, 'the bundle'), keys);
  return { verdict: verdictOf(checks), words: inWords(checks) };
}
