import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '@duly/vault';
import type { SourceAsk } from './source-ask.js';

type Round = Pick<SourceAsk, 'askId' | 'round'>;

/** What lets the system of a source answer one ask, once: nobody can reckon it without the organisation's key, so it is kept nowhere. */
export const askTokenOf = (vault: Vault, { askId, round }: Round): Promise<string> =>
  vault.keyedHash('source token', `${askId} ${round}`);

/** Whether it is the token of this round, and its time has not ended; whether the ask is open is for the caller to see. */
export async function isAskToken(
  vault: Vault,
  ask: Round & Pick<SourceAsk, 'tokenUntil'>,
  given: string,
): Promise<boolean> {
  const [one, other] = [Buffer.from(await askTokenOf(vault, ask)), Buffer.from(given)];
  const isRight = one.length === other.length && timingSafeEqual(one, other);
  return isRight && ask.tokenUntil !== null && Date.parse(ask.tokenUntil) > Date.now();
}
