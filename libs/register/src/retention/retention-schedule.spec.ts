import { toCivilDate as on } from '@duly/law';
import { after, before, erasableFrom, warningDue, type Leads } from './retention-schedule.js';

const leads: Leads = [
  { months: 0, days: 30 },
  { months: 0, days: 7 },
];
const due = on('2039-05-30');

describe('what is kept (UK GDPR Art 5(1)(e))', () => {
  it('is kept for whole months, to the last day of a shorter month', () => {
    expect(after(on('2036-05-31'), { months: 36, days: 0 })).toBe('2039-05-31');
    expect(after(on('2036-08-31'), { months: 6, days: 0 })).toBe('2037-02-28');
    expect(before(on('2039-05-30'), { months: 0, days: 30 })).toBe('2039-04-30');
  });

  it('is warned of thirty days before, and again seven days before, and on no other day', () => {
    expect(warningDue(due, on('2039-04-29'), [null, null], leads)).toBeUndefined();
    expect(warningDue(due, on('2039-04-30'), [null, null], leads)).toBe(1);
    expect(warningDue(due, on('2039-05-22'), [on('2039-04-30'), null], leads)).toBeUndefined();
    expect(warningDue(due, on('2039-05-23'), [on('2039-04-30'), null], leads)).toBe(2);
    expect(warningDue(due, on('2039-05-29'), [on('2039-04-30'), on('2039-05-23')], leads)).toBeUndefined();
  });

  it('may be erased on its day where both warnings were in time', () => {
    expect(erasableFrom(due, [on('2039-04-30'), on('2039-05-23')], leads)).toBe('2039-05-30');
  });

  it('waits until a late warning has had its whole time', () => {
    expect(erasableFrom(due, [on('2039-05-30'), null], leads)).toBe('2039-06-29');
    expect(warningDue(due, on('2039-06-21'), [on('2039-05-30'), null], leads)).toBeUndefined();
    expect(warningDue(due, on('2039-06-22'), [on('2039-05-30'), null], leads)).toBe(2);
    expect(erasableFrom(due, [on('2039-05-30'), on('2039-06-25')], leads)).toBe('2039-07-02');
  });
});
