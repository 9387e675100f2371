import { plainDuty, type Ruleset } from '../ruleset.js';

/** Prior consultation: the regulator's written advice on a processing of high risk (R71). */
export const ukGdprArt36: Ruleset = {
  id: 'uk-gdpr-art36',
  jurisdiction: 'United Kingdom',
  law: 'UK GDPR Art 36(2)',
  appliesTo: {},
  editions: [
    {
      receivedFrom: null,
      duties: {
        prior_consultation: {
          ...plainDuty,
          rule: 'R71',
          startsWith: 'consultation_received_by_regulator',
          startCite: 'UK GDPR Art 36(2)',
          anyDayCite: 'Reg 1182/71 Art 3(3)',
          answerWithin: { count: 8, unit: 'week', cite: 'UK GDPR Art 36(2)' },
          roll: 'next_working_day',
          extension: {
            rule: 'R71',
            within: { count: 14, unit: 'week', cite: 'UK GDPR Art 36(2)' },
            noticeWithin: { count: 1, unit: 'month', cite: 'UK GDPR Art 36(2)' },
            noticeCountsFrom: 'receipt',
          },
          refusable: null,
        },
      },
    },
  ],
};
