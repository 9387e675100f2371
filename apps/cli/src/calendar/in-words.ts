import type { CalendarImported, CalendarView } from '@duly/api-contract';

const cases = (many: number): string => (many === 1 ? '1 open case' : `${many} open cases`);

const without = (calendar: string, change: string): string =>
  change.startsWith(`${calendar}: `) ? change.slice(calendar.length + 2) : change;

/** What an import changed, a line each. */
export function importedInWords({
  calendar,
  version,
  isNew,
  changes,
  casesToTell,
}: CalendarImported): readonly string[] {
  const told =
    casesToTell === 0
      ? 'No open case waits to be told.'
      : `${cases(casesToTell)} ${casesToTell === 1 ? 'waits' : 'wait'} to be told; see how far it is: duly calendar show ${calendar}`;
  return [
    isNew
      ? `${calendar}: a new version is in force, ${version}`
      : `${calendar}: nothing is new, ${version} stays in force`,
    ...changes.map(change => `  ${without(calendar, change)}`),
    `  ${told}`,
  ];
}

/** The newest version, and what became of the cases it concerned. */
export function calendarInWords({ calendar, versions }: CalendarView): readonly string[] {
  const [newest] = versions;
  if (!newest) return [`${calendar}: no version yet`];
  const { version, covers, changes, importedAt, importedBy } = newest;
  const { waiting, moved, unmoved, closed } = newest.cases;
  const known = covers ? `, known from ${covers.from} to ${covers.to}` : '';
  return [
    `${calendar}: ${version}${known} (imported ${importedAt} by ${importedBy})`,
    ...changes.map(change => `  ${without(calendar, change)}`),
    `  ${cases(waiting)} to be told, ${moved} moved, ${unmoved} unmoved, ${closed} closed before`,
  ];
}
