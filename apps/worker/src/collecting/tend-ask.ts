import type { AskTended } from '@duly/case-protocol';
import type { AskToMake, SourceKind } from '@duly/register';
import { askPostgresql } from './ask-postgresql.js';
import { askTaskQueue } from './ask-task-queue.js';
import { askTeam } from './ask-team.js';
import { askWebhook } from './ask-webhook.js';
import { chaseDays } from './chase-days.js';
import { whyNotYet } from './why-not-yet.js';
import type { Asker, CollectionRoom } from './collection-room.js';

const askers: Readonly<Record<SourceKind, Asker>> = {
  task: askTeam,
  webhook: askWebhook,
  postgresql: askPostgresql,
  'task-queue': askTaskQueue,
};

const minute = 60_000;
const hour = 60 * minute;
/** Before each further try of a source that could not be asked, milliseconds, as Standard Webhooks has it; the last is for all that follow. */
const gaps = [5_000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];
/** So that a change of the schedule, or of the calendar, is seen. */
const longest = 24 * hour;

const gapAfter = (tries: number): number => gaps[Math.min(tries, gaps.length) - 1] ?? longest;
const isSettled = ({ state }: AskToMake): boolean => state === 'answered' || state === 'set-aside';

/** Looks after one ask: asks, tries again, or chases; says when to look again. @param now milliseconds since 1970, by the case's own clock */
export async function tendAsk(room: CollectionRoom, askId: string, now: () => number): Promise<AskTended> {
  const { sourceAsks } = room.register;
  const ask = await sourceAsks.toMake(askId);
  if (!ask || isSettled(ask)) return { isSettled: true };
  const notYet = ask.purpose === 'erase' ? await whyNotYet(room, ask, now()) : undefined;
  if (notYet) {
    if (ask.state === 'waiting') await sourceAsks.waits(askId, notYet.why);
    return { isSettled: false, again: notYet.again };
  }
  if (ask.state === 'asked') return chase(room, ask, now);
  const wait = ask.triedAt === null ? 0 : Date.parse(ask.triedAt) + gapAfter(ask.tries) - now();
  if (ask.failure !== null && wait > 0) return { isSettled: false, again: wait };
  const at = new Date(now()).toISOString();
  const asked = await askers[ask.kind](room, { ask, at, chase: 0 });
  switch (asked.kind) {
    case 'asked':
      await sourceAsks.asked(askId, at);
      return chase(room, { ...ask, askedAt: ask.askedAt ?? at }, now);
    case 'failed':
      await sourceAsks.failed(askId, asked.because, at);
      return { isSettled: false, again: gapAfter(ask.tries + 1) };
    case 'answered':
      await sourceAsks.asked(askId, at);
      await sourceAsks.answer(askId, { answer: asked.answer, by: 'source' });
      return { isSettled: true };
  }
}

/** Late rather than never: of several days that have passed the last alone is made up for, once. */
async function chase(room: CollectionRoom, ask: AskToMake, now: () => number): Promise<AskTended> {
  const { askId, caseId, askedAt, chased, kind } = ask;
  const days = await chaseDays(room.register, caseId, askedAt ?? new Date(now()).toISOString());
  const passed = days.filter(day => day <= now()).length;
  const next = days.find(day => day > now());
  const again = next === undefined ? longest : Math.min(longest, next - now());
  if (passed <= chased) return { isSettled: false, again };
  const at = new Date(now()).toISOString();
  const asked = await askers[kind](room, { ask, at, chase: passed });
  if (asked.kind !== 'failed') await room.register.sourceAsks.chased(askId, passed, at);
  return { isSettled: false, again: asked.kind === 'failed' ? gapAfter(2) : again };
}
