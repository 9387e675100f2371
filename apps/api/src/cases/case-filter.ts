import type { CaseFilterView } from '@duly/api-contract';
import { addDays, toDay, writeDay, type CivilDate } from '@duly/law';
import type { CaseFilter } from '@duly/register';

const daysFrom = (date: CivilDate, days: number): CivilDate => writeDay(addDays(toDay(date), days));

function stateFrom(state: CaseFilterView['state']): CaseFilter {
  if (state === undefined) return {};
  return state === 'open' || state === 'closed' ? { open: state === 'open' } : { state: [state] };
}

function dueFrom(due: CaseFilterView['due'], today: CivilDate): CaseFilter {
  switch (due) {
    case undefined:
      return {};
    case 'past':
      return { dueTo: daysFrom(today, -1) };
    case 'week':
      return { dueFrom: today, dueTo: daysFrom(today, 7) };
    case 'month':
      return { dueFrom: today, dueTo: daysFrom(today, 31) };
  }
}

/**
 * What the register is asked, from what the address asked. `dueBefore` and `dueAfter` leave their own day out, and go before `due`.
 * @param today civil date in Europe/London
 */
export function filterFrom(query: CaseFilterView, today: CivilDate): CaseFilter {
  const { right, dueBefore, dueAfter, handler, team, alarm, source, reference, about } = query;
  return {
    ...stateFrom(query.state),
    ...(right && { right: [right] }),
    ...dueFrom(query.due, today),
    ...(dueAfter && { dueFrom: daysFrom(dueAfter, 1) }),
    ...(dueBefore && { dueTo: daysFrom(dueBefore, -1) }),
    ...(handler && { handler }),
    ...(query.unclaimed && { handler: null }),
    ...(team && { team }),
    ...(alarm && { alarm: alarm === 'true' }),
    ...(source && { awaitsSource: source === 'true' }),
    ...(reference && { reference }),
    ...(about && { about }),
  };
}
