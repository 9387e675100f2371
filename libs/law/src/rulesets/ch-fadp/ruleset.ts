import { plainDuty, type Ruleset } from '../ruleset.js';

/** Switzerland: 30 days "in general"; where that is not possible, the person is told when (DPO Art 18). */
export const chFadp: Ruleset = {
  id: 'ch-fadp',
  jurisdiction: 'Switzerland',
  law: 'FADP Art 25(7)',
  appliesTo: {},
  editions: [
    {
      receivedFrom: null,
      duties: {
        access: { ...plainDuty, answerWithin: { count: 30, unit: 'day', cite: 'FADP Art 25(7)' } },
      },
    },
  ],
};
