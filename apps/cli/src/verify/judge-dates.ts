import { openCaseFile, summaryOf, type CaseEvent, type CaseSummary } from '@duly/case';
import { historyFromJson } from '@duly/temporal';
import { rulesets } from '@duly/law';
import type { HistoryJson } from '../replay/case-record.js';
import { differences, shown } from '../replay/differences.js';
import { eventsIn, namedEvent, stepsIn } from '../replay/judge-run.js';
import { recordedIn } from '../replay/recorded.js';
import { check, type Check } from '../replay/verdict.js';

const most = 8;

const dates = [
  'ruleset',
  'receivedOn',
  'relevantDate',
  'dueDate',
  'unextendedDueDate',
  'extendedDueDate',
  'conservativeDueDate',
  'fallbackDueDate',
  'planBy',
  'extensionNoticeBy',
  'conservativeExtensionNoticeBy',
  'promisedDate',
  'closedOn',
  'inTime',
  'calendarVersion',
  'targetDate',
] as const satisfies readonly (keyof CaseSummary)[];

/** Reckons every date anew, after each step of the case, by the ruleset it names and this program's own law. */
export function judgeDates(history: HistoryJson): Check {
  const { asked, opening } = recordedIn(historyFromJson(history));
  const before = opening.events.filter(({ run }) => run !== opening.run);
  const all: readonly CaseEvent[] = [...before, ...eventsIn(asked)];
  const steps = stepsIn(asked);
  const named = new Set(steps.map(({ summary }) => summary.ruleset));
  const unknown = [...named].filter(ruleset => !Object.hasOwn(rulesets, ruleset));
  const findings = steps.flatMap(({ summary }) => {
    const events = all.filter(({ number }) => number <= summary.version);
    const last = events.at(-1);
    const again = summaryOf(openCaseFile({ ...opening, events }));
    return dates.flatMap(name =>
      differences(summary[name], again[name]).map(
        ({ here, there }) =>
          `after ${last ? namedEvent(last) : 'no event'} ${name} was ${shown(here)}; by the law it is ${shown(there)}`,
      ),
    );
  });
  const says = `Every date of run ${opening.run} follows from ${[...named].join(', ')}, reckoned anew after each of its ${steps.length} steps.`;
  return check(
    says,
    [...unknown.map(ruleset => `there is no ruleset ${ruleset}`), ...findings].slice(0, most),
  );
}
