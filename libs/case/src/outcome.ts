import type { Instant } from '@duly/law';
import { withdrawals } from './alarm.js';
import type { CaseFile } from './case-file.js';
import type { Draft } from './decide/judging.js';
import type { CaseEvent } from './events.js';
import { evolveAll } from './evolve.js';
import { consequenceOf } from './given.js';
import { isToStaff, type LetterOrder, type LetterReport } from './letters.js';
import { stamp } from './stamp.js';
import { noticeOf } from './what-happened.js';

const cite = 'UK GDPR Art 12(1), 12A(4) (R13)';

function draftsOf(file: CaseFile, order: LetterOrder, { outcome, on, at }: LetterReport): readonly Draft[] {
  const { decided, letterId, kind, recipient } = order;
  // A person may have recorded meanwhile that the notice was given by hand: it is given once.
  if (isToStaff(order) || noticeOf(file, decided.number)) return [];
  const told = { cite, decided: decided.number, letter: letterId, kind, recipient, on, at };
  if (outcome !== 'accepted') return [{ type: 'NoticeNotGiven', ...told, outcome }];
  const given: Draft = { type: 'NoticeGiven', ...told, how: 'email' };
  return [given, ...consequenceOf(file, decided, { on, at })];
}

/**
 * What follows from the post's outcome of one letter. Accepted by the mail server is given; refused, unknown, deferred and to be
 * posted are not, and move nothing. An outcome that says nothing new causes nothing.
 */
export function decideOutcome(
  file: CaseFile,
  order: LetterOrder,
  outcome: LetterReport,
  now: Instant,
): readonly CaseEvent[] {
  const events = stamp(file, draftsOf(file, order, outcome), 'post', now);
  const after = evolveAll(file, events);
  return [...events, ...stamp(after, withdrawals(after), 'time', now)];
}
