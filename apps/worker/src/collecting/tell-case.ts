import { randomUUID } from 'node:crypto';
import { londonDateAt, type CaseCommand } from '@duly/case';
import type { CollectionToRun } from '@duly/case-protocol';
import type { Instant } from '@duly/law';
import type { SourceAsk } from '@duly/register';
import { giveCommand } from '@duly/temporal';
import { isErased } from '@duly/vault';
import type { CollectionRoom } from './collection-room.js';

/** Milliseconds. */
const patience = 10_000;

const said: Readonly<Record<string, string>> = {
  found: 'found',
  'nothing-held': 'nothing held',
  cannot: 'cannot say',
  withheld: 'withheld',
  erased: 'erased',
  'partly-erased': 'erased in part',
};

const lineOf = ({ title, answer, state }: SourceAsk): string =>
  `${title}: ${state === 'set-aside' ? 'set aside' : (said[answer ?? ''] ?? 'no answer')}.`;

/**
 * UK GDPR Art 15(1A) — the case of a right of access has its search on record once every source has answered or was set aside; any other
 * case has a note. A case that has closed meanwhile is left as it is.
 */
export async function tellCase(
  room: CollectionRoom,
  { caseId, purpose }: CollectionToRun,
  asks: readonly SourceAsk[],
  occasion: string,
): Promise<void> {
  const read = await room.register.cases.byId(caseId);
  const collection = await room.register.sourceAsks.collection(caseId, purpose);
  if (read.kind !== 'found' || !collection) return;
  const { requestId, right, clockAheadMs, isStarted } = read.found;
  if (!isStarted) throw new Error('The case has not begun yet.');
  const words = randomUUID();
  const heading = purpose === 'erase' ? 'Asked to erase:' : 'Asked what they hold:';
  const text = [heading, ...asks.map(lineOf)].join('\n');
  const stored = await room.vault.storeWords({ wordsId: words, requestId, caseId, text });
  if (stored && isErased(stored)) return;
  const on = londonDateAt((Date.now() + clockAheadMs) as Instant);
  const by = collection.begunBy;
  const command: CaseCommand =
    right === 'access' && purpose === 'collect'
      ? { verb: 'record-search', by, on, words }
      : { verb: 'add-note', by, words };
  await giveCommand(room.client, { caseId, command, updateId: `collected ${purpose} ${occasion}`, patience });
}
