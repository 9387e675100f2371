import { plainDuty, type Duty, type Ruleset } from '../ruleset.js';

/** The same length again, told in writing before the first has run out. */
const days = (count: 15 | 30): Duty => ({
  ...plainDuty,
  answerWithin: { count, unit: 'day', cite: 'PDPA Art 13' },
  extension: {
    rule: 'R12',
    within: { count: count * 2, unit: 'day', cite: 'PDPA Art 13' },
    noticeWithin: { count, unit: 'day', cite: 'PDPA Art 13' },
    noticeCountsFrom: 'receipt',
  },
});

/** Taiwan: access 15 days, correction and deletion 30. */
export const twPdpa: Ruleset = {
  id: 'tw-pdpa',
  jurisdiction: 'Taiwan',
  law: 'PDPA Art 13',
  appliesTo: {},
  editions: [
    { receivedFrom: null, duties: { access: days(15), rectification: days(30), erasure: days(30) } },
  ],
};
