import type { CasesQuery } from '@duly/api-contract';
import { addDays, toDay, writeDay, type CivilDate } from '@duly/law';
import type { CaseFilter } from '@duly/register';

const daysFrom = (date: CivilDate, days: number): CivilDate => writeDay(addDays(toDay(date), days));

function stateFrom(state: CasesQuery['state']): CaseFilter {
  if (state === undefined) return {};
  return state === 'open' || state === 'closed' ? { open: state === 'open' } : { state: [state] };
}

/** What the register is asked, from what the address asked. `dueBefore` and `dueAfter` leave their own day out. */
export function filterFrom(query: CasesQuery): CaseFilter {
  const { state, right, dueBefore, dueAfter, handler, team, alarm, reference, about } = query;
  return {
    ...stateFrom(state),
    ...(right && { right: [right] }),
    ...(dueAfter && { dueFrom: daysFrom(dueAfter, 1) }),
    ...(dueBefore && { dueTo: daysFrom(dueBefore, -1) }),
    ...(handler && { handler }),
    ...(team && { team }),
    ...(alarm && { alarm: alarm === 'true' }),
    ...(reference && { reference }),
    ...(about && { about }),
  };
}
