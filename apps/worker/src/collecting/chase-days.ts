import { dayAfter, evolveAll, openCaseFile, scheduleOf, type CaseEvent, type CaseFile } from '@duly/case';
import { londonDayAt, startOfLondonDay, writeDay, type Instant } from '@duly/law';
import type { Register } from '@duly/register';

const pageOfEvents = 200;

async function fileOf({ cases, intake }: Register, caseId: string): Promise<CaseFile | undefined> {
  const read = await cases.byId(caseId);
  const opening = read.kind === 'found' ? await intake.opening(caseId, read.found.run) : undefined;
  if (!opening) return undefined;
  const events: CaseEvent[] = [];
  for (let page; page === undefined || page.length === pageOfEvents; events.push(...page))
    page = await cases.timeline(caseId, events.at(-1)?.number ?? 0, pageOfEvents);
  const known = opening.events.at(-1)?.number ?? 0;
  return evolveAll(
    openCaseFile(opening),
    events.filter(({ number }) => number > known),
  );
}

/** When a source is to be asked again: by the schedule of the case’s right as it is now, working days by the case’s calendar. */
export async function chaseDays(
  register: Register,
  caseId: string,
  askedAt: string,
): Promise<readonly Instant[]> {
  const file = await fileOf(register, caseId);
  if (!file) return [];
  return chaseMoments(file, Date.parse(askedAt) as Instant);
}

/** The starts of those days in London, in their order. */
export function chaseMoments(file: CaseFile, asked: Instant): readonly Instant[] {
  const from = writeDay(londonDayAt(asked));
  const days = scheduleOf(file).source.map(distance => dayAfter(file, from, distance));
  return [...new Set(days)].sort((one, other) => one - other).map(day => startOfLondonDay(day));
}
