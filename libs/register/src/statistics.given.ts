import type { CaseSummary } from '@duly/case';
import type { Register, StatisticsAsked, StatisticsRow } from './index.js';
import { aStep, aSummary, on } from './register.given.js';

export const noon = (date: string) => `${date}T12:00:00.000Z`;

/** A case that closed on this day, answered in time unless otherwise given. */
export const closed = (closedOn: string, given: Partial<CaseSummary> = {}): Partial<CaseSummary> => ({
  state: 'CLOSED_COMPLETED',
  outcome: 'answered',
  closedOn: on(closedOn),
  inTime: true,
  ...given,
});

export const asked = (from: string, to: string, more: Partial<StatisticsAsked> = {}): StatisticsAsked => ({
  counting: 'received',
  from: on(from),
  to: on(to),
  byMonth: true,
  byRight: true,
  ...more,
});

/** Each clause has a year of its own, so that none counts another's cases. */
export class CountedCases {
  constructor(private readonly register: Register) {}

  /** A case as its row stands on a day by its own clock. */
  async aCase(receivedOn: string, given: Partial<CaseSummary>, today: string): Promise<CaseSummary> {
    const received = on(receivedOn);
    const begun = { receivedOn: received, relevantDate: received, idleSince: received };
    const ended = given.closedOn ? { idleSince: null } : {};
    const summary = aSummary({ ...begun, ...ended, ...given });
    await this.register.cases.applyStep(aStep({ summary, caseTime: noon(today) }));
    return summary;
  }

  ofYear(year: number, more: Partial<StatisticsAsked> = {}): Promise<readonly StatisticsRow[]> {
    return this.register.statistics.of(asked(`${year}-01-01`, `${year}-12-31`, more));
  }

  async theOne(year: number, more: Partial<StatisticsAsked> = {}): Promise<StatisticsRow> {
    const rows = await this.ofYear(year, more);
    const [row] = rows;
    if (!row || rows.length > 1) throw new Error(`one row was expected, not ${rows.length}`);
    return row;
  }
}
