import { plainDuty, type Ruleset } from '../ruleset.js';

/** Canada (federal): silence after 30 days is a refusal, PIPEDA s.8(5). */
export const caPipeda: Ruleset = {
  id: 'ca-pipeda',
  jurisdiction: 'Canada',
  law: 'PIPEDA s.8(3)–(5)',
  appliesTo: {},
  editions: [
    {
      receivedFrom: null,
      duties: {
        access: {
          ...plainDuty,
          answerWithin: { count: 30, unit: 'day', cite: 'PIPEDA s.8(3)' },
          extension: {
            rule: 'R12',
            within: { count: 60, unit: 'day', cite: 'PIPEDA s.8(4)(a)' },
            noticeWithin: { count: 30, unit: 'day', cite: 'PIPEDA s.8(4)' },
            noticeCountsFrom: 'receipt',
          },
        },
      },
    },
  ],
};
