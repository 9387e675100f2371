import { toDay, type CivilDate } from '@duly/law';
import type { CaseFile, CaseSummary } from './case-file.js';
import { closingOf } from './closing.js';
import type { CaseEvent } from './events.js';
import { later } from './spans.js';
import { toldBy } from './told-by.js';
import { receivedOn } from './what-happened.js';

/** Civil days, both included, in which the next step was not ours; without an end while that is so. */
interface NotOurs {
  readonly from: CivilDate;
  to?: CivilDate;
}

/** The ask by which the person is awaited from this event on. */
function awaitedFrom(file: CaseFile, event: CaseEvent): number | undefined {
  return toldBy<number | undefined>(event, {
    IdentityRequested: ({ number }) => number,
    ToldNotIdentified: ({ number }) => number,
    // R21: what does not suffice has not arrived.
    IdentityInsufficient: ({ received }) => {
      const papers = file.events.find(({ number }) => number === received);
      return papers?.type === 'IdentityReceived' ? papers.ask : undefined;
    },
    AuthorityRequested: ({ number }) => number,
    AuthorityInsufficient: ({ ask }) => ask,
    // R23: a fee for further copies holds nothing.
    FeeRequested: ({ number, basis }) => (basis === '12(5)' ? number : undefined),
    ClarificationRequested: ({ number }) => number,
  });
}

/** The ask that is over by this event. */
function answeredBy(event: CaseEvent): number | undefined {
  return toldBy(event, {
    IdentityReceived: ({ ask }) => ask,
    AuthorityReceived: ({ ask }) => ask,
    FeePaid: ({ ask }) => ask,
    FeeRefunded: ({ ask }) => ask,
    ClarificationReceived: ({ ask }) => ask,
    ClarificationDeclined: ({ ask }) => ask,
  });
}

function awaitingThePerson(file: CaseFile): NotOurs[] {
  const waits: NotOurs[] = [];
  const open = new Map<number, NotOurs>();
  for (const event of file.events) {
    const over = answeredBy(event);
    const ended = over === undefined ? undefined : open.get(over);
    if (ended && over !== undefined) {
      ended.to = event.on;
      open.delete(over);
    }
    const ask = awaitedFrom(file, event);
    if (ask === undefined || open.has(ask)) continue;
    const wait = { from: event.on };
    open.set(ask, wait);
    waits.push(wait);
  }
  return waits;
}

/** What lies between a closing and the reopening after it is nobody's delay. */
function betweenRuns(file: CaseFile): NotOurs[] {
  return file.events.flatMap((event, place) => {
    if (event.type !== 'CaseReopened') return [];
    const closing = closingOf({ ...file, events: file.events.slice(0, place) });
    return closing ? [{ from: closing.on, to: event.on }] : [];
  });
}

/** The days on which anything was done, in order. A reminder, an alarm, a changed calendar or schedule is no work on the case. */
function daysOfActs(file: CaseFile, from: CivilDate, until: CivilDate | undefined): readonly CivilDate[] {
  const notWork: readonly string[] = ['time', 'calendar', 'schedule'];
  const acts = file.events.filter(({ by }) => !notWork.includes(by)).map(({ on }) => on);
  const days = new Set([from, ...acts.filter(on => on >= from), ...(until ? [until] : [])]);
  return [...days].filter(on => until === undefined || on <= until).sort();
}

/**
 * R33 — "without undue delay" (UK GDPR Art 12(3)) is a duty beside the outer limit, so it is told how long nothing was done in a case that
 * was open and waited for nobody but us.
 */
export function idleOf(file: CaseFile): Pick<CaseSummary, 'idleSince' | 'longestIdleDays'> {
  const closing = closingOf(file);
  const notOurs = [...awaitingThePerson(file), ...betweenRuns(file)];
  const days = daysOfActs(file, receivedOn(file), closing?.on);
  const longestIdleDays = days.reduce((longest, from, place) => {
    const to = days[place + 1];
    if (to === undefined) return longest;
    const isTheirs = notOurs.some(one => one.from <= from && (one.to === undefined || one.to >= to));
    return isTheirs ? longest : Math.max(longest, toDay(to) - toDay(from));
  }, 0);
  const isOurs = !closing && notOurs.every(({ to }) => to !== undefined);
  return { idleSince: isOurs ? days.reduce(later) : null, longestIdleDays };
}
