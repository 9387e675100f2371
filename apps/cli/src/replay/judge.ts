import type { CaseEvent, CaseOpening } from '@duly/case';
import { hashOfHistory, historyFromJson } from '@duly/temporal';
import type { CaseRecord, HistoryJson } from './case-record.js';
import { differences, shown } from './differences.js';
import { disorder } from './history-order.js';
import { eventsIn, judgeRun, namedEvent } from './judge-run.js';
import { judgeRegister } from './judge-register.js';
import { liveAgain } from './live-again.js';
import { recordedIn, type History } from './recorded.js';
import { CannotTell, check, type Check } from './verdict.js';

interface Run {
  readonly history: History;
  readonly opening: CaseOpening;
  /** Every event of the case up to the end of this run, as the workflow's code makes them. */
  readonly events: readonly CaseEvent[];
  readonly checks: readonly Check[];
}

function decoded(json: HistoryJson): History {
  try {
    return historyFromJson(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotTell(`The history cannot be read: ${why}`);
  }
}

async function judgeOne(json: HistoryJson, code?: string): Promise<Run> {
  const history = decoded(json);
  const wholeness = check(`The history is whole and in order: ${json.events.length} history events.`, []);
  const recorded = recordedIn(history);
  const heard = await liveAgain(history, recorded.workflowId, code);
  const { opening } = recorded;
  const before = opening.events.filter(({ run }) => run !== opening.run);
  // Where the code could not live through it, the history's own steps say what was told to the register.
  const events = [...before, ...eventsIn(heard.failure ? recorded.asked : heard.asked)];
  return { history, opening, events, checks: [wholeness, ...judgeRun(recorded, heard)] };
}

/** A reopened case, and one that is taken up after closing, starts from the facts of the run before it, and names that run's history by its hash. */
function judgeJoin(earlier: Run, later: Run): Check {
  const given = later.opening.events;
  const changed = earlier.events.flatMap((event, place) =>
    differences(given[place], event).map(
      ({ field, here, there }) =>
        `${namedEvent(event)}: ${field} is ${shown(here)} in the run after, was ${shown(there)}`,
    ),
  );
  const begun = given.find(event => event.run === later.opening.run);
  const hash = begun && 'previousHistory' in begun ? begun.previousHistory : undefined;
  const isSame = hash === hashOfHistory(earlier.history);
  const where = begun ? namedEvent(begun) : `run ${later.opening.run}`;
  const broken = isSame ? [] : [`${where} names another history of run ${earlier.opening.run} than this one`];
  return check(
    `Run ${later.opening.run} goes on from run ${earlier.opening.run}.`,
    [...changed, ...broken].slice(0, 8),
  );
}

/**
 * Judges one case: every run's history by the shipped workflow code, offline, and the register by the events that come of it.
 * @param codes of each run, oldest first, in place of the shipped code
 * @throws CannotTell where there is nothing to judge
 */
export async function judge(record: CaseRecord, codes: readonly string[] = []): Promise<readonly Check[]> {
  const checks: Check[] = [];
  let last: Run | undefined;
  for (const [place, history] of [...(record.earlier ?? []), record.history].entries()) {
    // Nothing can be said of what follows from a history that is torn.
    const findings = disorder(history);
    if (findings.length > 0) return [...checks, check('The history is whole and in order.', findings)];
    const run = await judgeOne(history, codes[place]);
    checks.push(...run.checks, ...(last ? [judgeJoin(last, run)] : []));
    last = run;
  }
  if (!last) throw new CannotTell('There is no history.');
  return [...checks, ...judgeRegister(last.opening, last.events, record)];
}
