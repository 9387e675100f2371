import { toCivilDate } from '@duly/law';
import type { DigestCase } from './digest.js';
import { renderInside } from './index.js';

const first: DigestCase = {
  reference: 'DR-2036-000001-1',
  right: 'access',
  why: 'due-soon',
  cite: 'UK GDPR Art 12(3) (R30)',
  dueDate: toCivilDate('2036-04-30'),
  planBy: toCivilDate('2036-04-29'),
  hasAlarm: true,
};
const second: DigestCase = {
  ...first,
  reference: 'DR-2036-000002-1',
  right: 'erasure',
  why: 'recipients-untold',
  cite: 'UK GDPR Art 19 (R45)',
  dueDate: null,
  planBy: null,
  hasAlarm: false,
};
const digest = (...cases: DigestCase[]) =>
  renderInside('digest', {
    on: toCivilDate('2036-04-23'),
    organisation: { name: 'Example Borough Council' },
    addressee: 'Sam Handler',
    cases,
  });

describe('a digest of reminders', () => {
  it('lists the cases with the day to work to, the legal date, the alarm and the rule', () => {
    const { subject, text } = digest(first, second);
    expect(subject).toBe('Your reminders for today: 2 cases');
    const oneLine = text.replace(/\s+/gu, ' ');
    expect(oneLine).toContain(
      'DR-2036-000001-1 (access). It is due soon. An alarm stands. Work to: Tuesday 29 April 2036. Last day by law: Wednesday 30 April 2036. Rule: UK GDPR Art 12(3) (R30).',
    );
    expect(oneLine).toContain(
      'DR-2036-000002-1 (erasure). Somebody who has the data has not been told what was done. Rule: UK GDPR Art 19 (R45).',
    );
    expect(text.indexOf('000001')).toBeLessThan(text.indexOf('000002'));
  });

  it('of one case speaks of one', () => {
    const { subject, text, html } = digest(first);
    expect(subject).toBe('Your reminders for today: 1 case');
    expect(text).toContain('One case of yours needs you.');
    expect(html).toContain('DR-2036-000001-1');
  });
});
