import type { StatisticsQuery } from '@duly/api-contract';
import { addDays, addMonths, toCivilDate, toDay, writeDay } from '@duly/law';
import type { StatisticsAsked } from '@duly/register';

/** What the register is asked, from what the address asked: whole months, from the first day to the last. */
export function askedFrom(query: StatisticsQuery): StatisticsAsked {
  const { from, to, counting = 'received', by = 'month,right', right, team } = query;
  const last = addDays(addMonths(toDay(toCivilDate(`${to}-01`)), 1), -1);
  return {
    counting,
    from: toCivilDate(`${from}-01`),
    to: writeDay(last),
    byMonth: by.includes('month'),
    byRight: by.includes('right'),
    ...(right && { right }),
    ...(team && { team }),
  };
}
