import { plainDuty, type Duty, type Ruleset } from '../ruleset.js';

/** Verification never stops it: the 45 days begin with receipt (11 CCR 7021(b)). */
const fortyFiveDays: Duty = {
  ...plainDuty,
  answerWithin: { count: 45, unit: 'day', cite: 'Cal. Civ. Code 1798.130(a)(2); 11 CCR 7021(b)' },
  extension: {
    rule: 'R12',
    within: { count: 90, unit: 'day', cite: '11 CCR 7021(b)' },
    noticeWithin: { count: 45, unit: 'day', cite: 'Cal. Civ. Code 1798.130(a)(2)' },
    noticeCountsFrom: 'receipt',
  },
  acknowledgeWithin: { count: 10, unit: 'working_day', cite: '11 CCR 7021(a)' },
};

/** California: requests to know, delete and correct; requests to opt out. */
export const usCaCcpa: Ruleset = {
  id: 'us-ca-ccpa',
  jurisdiction: 'California',
  law: 'Cal. Civ. Code 1798.130; 11 CCR 7021, 7026',
  appliesTo: {},
  editions: [
    {
      receivedFrom: null,
      duties: {
        know: fortyFiveDays,
        delete: fortyFiveDays,
        rectification: fortyFiveDays,
        opt_out: {
          ...plainDuty,
          answerWithin: { count: 15, unit: 'working_day', cite: '11 CCR 7026(f)' },
        },
      },
    },
  ],
};
