import { csvCell, type CaseRow } from '@duly/api-contract';
import { wording } from '../wording/index.js';

/** So many rows are one file; whoever needs more narrows the list, or asks the API. */
export const mostRows = 10_000;

interface Page {
  readonly cases: readonly CaseRow[];
  readonly names: Readonly<Record<string, string>>;
  readonly next: string | null;
}

const line = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function cellsOf(row: CaseRow, names: Page['names']): readonly (string | null)[] {
  const { reference, right, state, receivedOn, dueDate, planBy, closedOn, alarmFor, handler, team } = row;
  const inTime = row.inTime === null ? null : wording.step[row.inTime ? 'yes' : 'no'];
  return [
    reference,
    wording.inPlainWords(right),
    wording.inPlainWords(state),
    receivedOn,
    dueDate,
    planBy,
    closedOn,
    inTime,
    alarmFor,
    handler && (names[handler] ?? handler),
    team,
  ];
}

/**
 * RFC 4180, a line of names first; a cell that a spreadsheet would run as a formula begins with an apostrophe (CWE-1236). Pages of the API
 * become lines as they come, so that no list is ever held whole.
 * @param first the page that is there already @param pageFrom asks for the next one
 */
export async function* casesCsv(
  first: Page,
  pageFrom: (cursor: string) => Promise<Page>,
): AsyncGenerator<string> {
  yield line(wording.cases.csv);
  let rows = 0;
  for (let page = first; ; page = await pageFrom(page.next)) {
    yield page.cases.map(one => line(cellsOf(one, page.names))).join('');
    rows += page.cases.length;
    if (page.next === null) return;
    if (rows >= mostRows) {
      yield line([wording.cases.csvCut(mostRows)]);
      return;
    }
  }
}
