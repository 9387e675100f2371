import { openCaseFile, summaryOf, type CaseEvent, type CaseOpening } from '@duly/case';
import type { CaseRecord, Json } from './case-record.js';
import { differences, shown } from './differences.js';
import { namedEvent } from './judge-run.js';
import { cannotTell, check, type Check } from './verdict.js';

const most = 8;

function sameEvent(event: CaseEvent | undefined, row: Json | undefined, number: number): string[] {
  if (!event)
    return [
      `event ${number} (${shown(row?.['type'])}) is in the register, but never happened in the history`,
    ];
  if (!row) return [`${namedEvent(event)} is missing in the register`];
  const found = differences(row, event);
  const type = found.find(({ field }) => field === 'type' || field === 'number');
  if (type)
    return [
      `${namedEvent(event)} of the history is ${shown(row['number'])} (${shown(row['type'])}) in the register: renamed or moved`,
    ];
  return found.map(
    ({ field, here, there }) =>
      `${namedEvent(event)}: ${field} is ${shown(here)} in the register, ${shown(there)} by the history`,
  );
}

function judgeTimeline(events: readonly CaseEvent[], rows: readonly Json[]): Check {
  const length = Math.max(events.length, rows.length);
  const findings = Array.from({ length }, (_none, place) => sameEvent(events[place], rows[place], place + 1));
  return check(
    `The register’s timeline holds the same ${events.length} events.`,
    findings.flat().slice(0, most),
  );
}

/** Folds the events as the case itself does and holds the result against the row, field by field. */
function judgeRow(opening: CaseOpening, events: readonly CaseEvent[], row: Json): Check {
  const folded = summaryOf(openCaseFile({ ...opening, events }));
  const fields = Object.entries(folded);
  const last = events.at(-1);
  const findings = fields.flatMap(([name, value]) =>
    differences(row[name], value).map(
      ({ here, there }) =>
        `${name} is ${shown(here)} in the register; after ${last ? namedEvent(last) : 'no event'} it is ${shown(there)}`,
    ),
  );
  return check(`The register’s row follows from them, all ${fields.length} fields.`, findings.slice(0, most));
}

/** The register against the events that the workflow's own code makes of the history. */
export function judgeRegister(
  opening: CaseOpening,
  events: readonly CaseEvent[],
  { row, rowEvents }: CaseRecord,
): readonly Check[] {
  return [
    ...(rowEvents ? [judgeTimeline(events, rowEvents)] : []),
    row
      ? judgeRow(opening, events, row)
      : cannotTell(
          'The register’s row follows from them.',
          'The file carries no row. Write one that does: duly history REFERENCE --out FILE',
        ),
  ];
}
