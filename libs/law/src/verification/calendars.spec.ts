import fc from 'fast-check';
import { openCalendar, type Calendars } from '../calendar/calendar.js';
import { ukCalendar, type UkNation } from '../calendar/uk-calendars.js';
import { clock } from '../clock/clock.js';
import type { Right } from '../clock/input.js';
import type { ClockResult } from '../clock/result.js';
import { addDays, addMonths, dayOf, toDay, writeDay, type CivilDate, type Day } from '../dates/civil-date.js';
import {
  article12Rights,
  casesWithoutPause,
  clarificationEpisode,
  extensionNotice,
  factLists,
  inputOf,
  nations,
  randomCases,
  receipts,
} from './random-cases.js';
import { accessCases, answered, holds } from './trying.js';

describe('properties of periods without pauses', () => {
  const plain = fc.constantFrom<Right>(...article12Rights, 'objection_direct_marketing');

  it('ends 0 to 4 days after the corresponding date in each UK nation', () => {
    holds([plain, fc.constantFrom(...nations), receipts()], (right, calendar, receipt) => {
      const answer = answered(inputOf({ right, calendar, receipt, facts: [], asOfAfter: undefined }));
      const late = toDay(answer.dueDate!) - addMonths(receipt, 1);
      expect(late >= 0 && late <= 4).toBe(true);
      if (answer.extendedDueDate === null) return;
      const extendedLate = toDay(answer.extendedDueDate) - addMonths(receipt, 3);
      expect(extendedLate >= 0 && extendedLate <= 4).toBe(true);
    });
  });

  it('never gives an earlier date for a later receipt', () => {
    holds([plain, fc.constantFrom(...nations), receipts(), fc.nat(40)], (right, calendar, receipt, days) => {
      const on = (day: Day): ClockResult =>
        answered(inputOf({ right, calendar, receipt: day, facts: [], asOfAfter: undefined }));
      const [first, second] = [on(receipt), on(addDays(receipt, days))];
      for (const field of ['dueDate', 'extendedDueDate', 'fallbackDueDate'] as const) {
        expect(second[field] === null || second[field] >= first[field]!).toBe(true);
      }
    });
  });

  it('never gives an earlier date for identity that arrives later', () => {
    holds(
      [plain, fc.constantFrom(...nations), receipts(), fc.nat(20), fc.nat(30), fc.nat(30)],
      (right, calendar, receipt, asked, one, two) => {
        const arriving = (wait: number): ClockResult =>
          answered(
            inputOf({
              right,
              calendar,
              receipt,
              asOfAfter: undefined,
              facts: [
                { type: 'id_requested', after: asked, fields: {} },
                { type: 'id_received', after: asked + wait, fields: {} },
              ],
            }),
          );
        const [first, second] = [arriving(Math.min(one, two)), arriving(Math.max(one, two))];
        expect(second.dueDate! >= first.dueDate!).toBe(true);
      },
    );
  });
});

describe('properties of calendars (R18–R20)', () => {
  const withHoliday = (nation: string, date: CivilDate, knownFrom?: CivilDate): Calendars => {
    const calendar = ukCalendar(nation as UkNation);
    const holidays = [...calendar.holidays, { date, ...(knownFrom === undefined ? {} : { knownFrom }) }];
    return new Map([[nation, openCalendar({ ...calendar, holidays })]]);
  };
  const ends = ['dueDate', 'extendedDueDate', 'effectiveDueDate', 'fallbackDueDate'] as const;
  /** All acts lie well inside the first month, so that no act comes in time only because of the holiday. */
  const early = accessCases(factLists(fc.oneof(clarificationEpisode, extensionNotice), 3)).map(
    randomCase => ({
      ...randomCase,
      facts: randomCase.facts.map(fact => ({ ...fact, after: fact.after % 20 })),
    }),
  );

  it('moves only what ends on a new holiday', () => {
    holds([early, fc.nat(130)], (randomCase, days) => {
      const holiday = writeDay(addDays(randomCase.receipt, days));
      const before = answered(inputOf(randomCase));
      const after = answered(inputOf(randomCase), withHoliday(randomCase.calendar, holiday));
      for (const field of ends) {
        if (before[field] === holiday) expect(after[field] === null || after[field] > holiday).toBe(true);
        else expect(after[field]).toBe(before[field]);
      }
    });
  });

  it('gives the date as it would have been given on a day: later facts and later knowledge are hidden', () => {
    holds([randomCases, fc.nat(150), fc.nat(150)], (randomCase, known, days) => {
      fc.pre(randomCase.asOfAfter !== undefined);
      const { receipt, asOfAfter, calendar, facts } = randomCase;
      const input = inputOf(randomCase);
      const until = inputOf({ ...randomCase, facts: facts.filter(({ after }) => after <= asOfAfter) });
      expect(clock(until)).toEqual(clock(input));
      const knownLater = addDays(receipt, asOfAfter + 1 + known);
      const calendars = withHoliday(calendar, writeDay(addDays(receipt, days)), writeDay(knownLater));
      expect(clock(input, calendars)).toEqual(clock(input));
    });
  });

  it('gives no earlier date as more holidays become known', () => {
    holds([casesWithoutPause, fc.nat(150), fc.nat(200), fc.nat(200)], (randomCase, days, one, two) => {
      const { receipt, calendar } = randomCase;
      const plain = { ...randomCase, facts: [] };
      const holiday = writeDay(addDays(receipt, days));
      const calendars = withHoliday(calendar, holiday, writeDay(addDays(receipt, 30)));
      const [earlier, later] = [Math.min(one, two), Math.max(one, two)].map(asOfAfter =>
        answered(inputOf({ ...plain, asOfAfter }), calendars),
      ) as [ClockResult, ClockResult];
      for (const field of ends) {
        expect(earlier[field] === null || (later[field] !== null && later[field] >= earlier[field])).toBe(
          true,
        );
      }
    });
  });

  it('ends beyond the calendar with one error, never with a guess', () => {
    holds(
      [receipts(dayOf(2028, 12, 1), dayOf(2031, 12, 31)), fc.constantFrom(...nations)],
      (receipt, calendar) => {
        const input = inputOf({ right: 'access', calendar, receipt, facts: [], asOfAfter: undefined });
        expect(clock(input)).toMatchObject({ error: { code: 'CALENDAR_HORIZON', field: 'dueDate' } });
      },
    );
  });
});
