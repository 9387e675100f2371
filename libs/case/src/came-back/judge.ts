import type { Instant } from '@duly/law';
import { withdrawals } from '../alarm.js';
import type { CaseFile } from '../case-file.js';
import { clockOf } from '../clock-of.js';
import { closingOf } from '../closing.js';
import { refused, type Draft } from '../decide/judging.js';
import { evolveAll } from '../evolve.js';
import type { CaseEvent } from '../events.js';
import { isToStaff, type LetterOrder } from '../letters.js';
import { lettersDecidedBy } from '../letters-decided.js';
import { lastDayFor } from '../other-means.js';
import { isRefusal, type CaseRefusal, type Decision } from '../refusals.js';
import { stamp } from '../stamp.js';
import { everyOne, noticeOf } from '../what-happened.js';
import type { Failure } from './events.js';

/** What a report of the mail system says of one letter to a person. */
export interface LetterNews {
  /** The report's own id: told twice, it counts once. */
  readonly report: string;
  readonly letterId: string;
  readonly what: Failure | 'auto-reply';
}

const cite = 'UK GDPR Art 12(1), 12A(4) (R13, R30)';

/** The post has not yet told the case what became of the letter: whoever brings the report comes back with it. */
function tooEarly(order: LetterOrder | undefined): CaseRefusal {
  return refused(
    'no-such-notice',
    cite,
    {
      message: 'The case does not know of the letter, or not yet what the mail server made of it.',
      remedy: 'Tell it again in a moment.',
    },
    { decided: order?.decided.number ?? 0 },
  );
}

function orderOf(file: CaseFile, letterId: string): LetterOrder | undefined {
  return file.events
    .flatMap(event => lettersDecidedBy(file, event))
    .find(order => order.letterId === letterId && !isToStaff(order));
}

const isReported = (file: CaseFile, report: string): boolean =>
  file.events.some(event => 'report' in event && event.report === report);

const hasOutcome = (file: CaseFile, letterId: string): boolean =>
  file.events.some(event =>
    event.type === 'NoticeGiven' || event.type === 'NoticeNotGiven' ? event.letter === letterId : false,
  );

function bounced(
  file: CaseFile,
  order: LetterOrder,
  news: LetterNews & { readonly what: Failure },
  now: Instant,
): readonly Draft[] {
  const { what: failure } = news;
  const { decided, kind, recipient, letterId } = order;
  // Given by hand or written again since: what came back is not what counts.
  const notice = noticeOf(file, decided.number);
  if (notice?.letter !== letterId || notice.how !== 'email') return [];
  const isFirst = !everyOne(file, 'NoticeBounced').some(one => one.decided === decided.number);
  const isWrittenAgain = isFirst && kind !== 'reminder-to-requester';
  const told = { decided: decided.number, letter: letterId, kind, recipient, report: news.report, failure };
  const again = isWrittenAgain ? { again: true as const } : {};
  const draft: Draft<'NoticeBounced'> = { type: 'NoticeBounced', cite, ...told, ...again, lastDay: null };
  // An answer that came back leaves the case open: its dates are those of the case as it then stands.
  const after = evolveAll(file, stamp(file, [draft], 'post', now));
  return [{ ...draft, lastDay: closingOf(after) ? null : lastDayFor(decided, clockOf(after).clock) }];
}

function autoReplied(file: CaseFile, order: LetterOrder, { report }: LetterNews): readonly Draft[] {
  if (closingOf(file)) return [];
  const { decided, kind, recipient, letterId: letter } = order;
  return [{ type: 'AutoReplyReceived', cite, decided: decided.number, letter, kind, recipient, report }];
}

/**
 * R30 — a letter that the mail server had taken came back, or a machine answered it. What its notice brought about is doubtful until it
 * is given again; the same report again causes nothing.
 */
export function decideNews(file: CaseFile, news: LetterNews, now: Instant): Decision<CaseEvent> {
  if (isReported(file, news.report)) return [];
  const order = orderOf(file, news.letterId);
  if (!order || !hasOutcome(file, news.letterId)) return tooEarly(order);
  const { what } = news;
  const drafts =
    what === 'auto-reply' ? autoReplied(file, order, news) : bounced(file, order, { ...news, what }, now);
  const events = stamp(file, drafts, 'post', now);
  const after = evolveAll(file, events);
  return [...events, ...stamp(after, withdrawals(after), 'time', now)];
}

/**
 * The same of a case whose run is over: a run of its own, whose events are every one so far, `TakenUpAfterClosing`, then what the news
 * causes. An answer that came back has been given to nobody, and so the case is open again until it is.
 * @param previousHistory hash of the history of the run before, in hexadecimal
 * @returns no event where the news says nothing to the case
 */
export function decideNewsAfterClosing(
  file: CaseFile,
  news: LetterNews,
  previousHistory: string,
  now: Instant,
): Decision<CaseEvent> {
  const first = decideNews(file, news, now);
  if (isRefusal(first) || first.length === 0) return first;
  const next = { ...file, opening: { ...file.opening, run: file.opening.run + 1 } };
  const takenUp: Draft = { type: 'TakenUpAfterClosing', cite: 'UK GDPR Art 5(2)', previousHistory };
  const taken = stamp(next, [takenUp], 'post', now);
  const caused = decideNews(evolveAll(next, taken), news, now);
  return isRefusal(caused) ? caused : [...file.events, ...taken, ...caused];
}
