import { abandonmentFrom, reminderOn } from '../practice/abandonment.js';
import { ageAndIdle, internalTarget } from '../practice/internal-target.js';
import { receiptOf } from '../practice/receipt-of-ask.js';
import { complaintRoutes } from '../grounds/complaint-routes.js';
import { extensionGrounds, isExtensionGround, notExtensionGrounds } from '../grounds/extension-grounds.js';
import { regulatorOn, regulators, type Regulator } from '../grounds/regulator.js';
import { judged, on, stepsOf } from './judged.js';

describe('R15 an extension has two grounds and no third', () => {
  it('knows complexity and number of requests of the same person', () => {
    expect(Object.keys(extensionGrounds)).toEqual(['complexity', 'number_of_requests']);
    expect(Object.keys(notExtensionGrounds).some(isExtensionGround)).toBe(false);
    expect(extensionGrounds.number_of_requests.words).toContain('same person');
  });
});

describe('R24 what never arrives is reminded after 14 days and may be closed after one month', () => {
  it.each([
    ['2026-06-03', '2026-06-17', '2026-07-03'],
    ['2027-01-31', '2027-02-14', '2027-02-28'],
  ])('asked on %s: reminder on %s, proposal from %s', (asked, reminder, from) => {
    expect(reminderOn(on(asked))).toBe(reminder);
    expect(abandonmentFrom(on(asked))).toBe(from);
  });

  it('waits longer by policy D-11', () => {
    expect(abandonmentFrom(on('2026-06-03'), { abandonAfter: 2 })).toBe('2026-08-03');
  });

  it('is a closing of its own, decided by a person', () => {
    const facts = 'received@2026-06-01 id_requested@2026-06-03 abandoned@2026-07-06';
    expect(judged('access', facts)).toMatchObject({ state: 'CLOSED_ABANDONED', inTime: null, dueDate: null });
  });
});

describe('R31 the complaint routes follow the date on which the notice is given', () => {
  const names = (date: string): string[] => complaintRoutes(on(date)).map(({ to }) => to);
  const cites = (date: string): string =>
    complaintRoutes(on(date))
      .map(({ cite }) => cite)
      .join('; ');

  it('names the controller from 19 June 2026, and Art 77 only before', () => {
    expect(names('2026-06-18')).toEqual(['commissioner', 'court']);
    expect(cites('2026-06-18')).toContain('Art 77');
    expect(names('2026-06-19')).toEqual(['controller', 'commissioner', 'court']);
    expect(cites('2026-06-19')).not.toContain('Art 77');
    expect(cites('2026-06-19')).toContain('s.164A');
    expect(cites('2026-06-19')).toContain('s.165');
  });

  it('takes the regulator of that day from settings (D-8)', () => {
    const [first] = regulators;
    const commission: Regulator = { ...first, from: on('2027-04-01'), name: 'Information Commission' };
    expect(regulatorOn(on('2027-03-31'), [first, commission]).name).toContain('ICO');
    const [, route] = complaintRoutes(on('2027-04-01'), [first, commission]);
    expect(route?.words).toContain('Information Commission:');
  });

  it('closes a refused case, in time on the last day and late on the next', () => {
    expect(judged('access', 'received@2026-04-14 refused@2026-05-14')).toMatchObject({
      state: 'CLOSED_REFUSED',
      inTime: true,
    });
    expect(judged('access', 'received@2026-04-14 refused@2026-05-15').inTime).toBe(false);
    expect(stepsOf('R31', 'access', 'received@2026-04-14 refused@2026-05-15')[0]?.text).toContain('late');
  });
});

describe('R32 the internal target is 28 days and no legal date', () => {
  it('lies 28 days after receipt', () => {
    expect(internalTarget(on('2026-03-31'))).toBe('2026-04-28');
    expect(internalTarget(on('2027-02-01'), { internalTarget: 20 })).toBe('2027-02-21');
    expect(judged('access', 'received@2026-03-31', { policy: { internalTarget: 10 } }).dueDate).toBe(
      '2026-04-30',
    );
  });
});

describe('R33 without undue delay: age and idle time', () => {
  it('counts from receipt, and from the last act', () => {
    const acts = [on('2026-03-03'), on('2026-03-10'), on('2026-04-01')];
    expect(ageAndIdle(on('2026-03-01'), acts, on('2026-03-20'))).toEqual({ ageDays: 19, idleDays: 10 });
    expect(ageAndIdle(on('2026-03-01'), [], on('2026-03-20'))).toEqual({ ageDays: 19, idleDays: 19 });
    expect(ageAndIdle(on('2026-03-01'), [], on('2026-02-20'))).toEqual({ ageDays: 0, idleDays: 0 });
  });
});

describe('R34 a new scope has a clock of its own; an overlooked right keeps the letter’s date', () => {
  it('chooses the date of receipt', () => {
    expect(receiptOf({ kind: 'overlooked_in_letter', letterReceivedOn: on('2026-03-01') })).toBe(
      '2026-03-01',
    );
    expect(receiptOf({ kind: 'new_or_changed', receivedOn: on('2026-03-20') })).toBe('2026-03-20');
  });

  it('refuses a second receipt in one case', () => {
    expect(() => judged('access', 'received@2026-03-01 received@2026-03-20')).toThrow('R34');
  });
});

describe('R35 withdrawal and death close the case', () => {
  it.each([
    ['withdrawn', 'CLOSED_WITHDRAWN', 'own words'],
    ['died', 'CLOSED_DECEASED', 'the living'],
  ])('%s: %s', (type, state, words) => {
    const facts = `received@2026-04-14 ${type}@2026-04-30`;
    expect(judged('access', facts)).toMatchObject({ state, inTime: null, dueDate: '2026-05-14' });
    expect(stepsOf('R35', 'access', facts)[0]?.text).toContain(words);
  });

  it('keeps the first closing where several are told', () => {
    expect(judged('access', 'received@2026-04-14 died@2026-05-02 withdrawn@2026-04-30').state).toBe(
      'CLOSED_WITHDRAWN',
    );
    expect(judged('access', 'received@2026-04-14 died@2026-04-30 completed@2026-04-30').state).toBe(
      'CLOSED_COMPLETED',
    );
  });
});
