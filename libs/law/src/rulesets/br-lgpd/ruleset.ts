import { plainDuty, type Ruleset } from '../ruleset.js';

/** Brazil: the clear and complete statement within 15 days; the simplified one at once. */
export const brLgpd: Ruleset = {
  id: 'br-lgpd',
  jurisdiction: 'Brazil',
  law: 'LGPD Art 19',
  appliesTo: {},
  editions: [
    {
      receivedFrom: null,
      duties: {
        access: { ...plainDuty, answerWithin: { count: 15, unit: 'day', cite: 'LGPD Art 19, II' } },
      },
    },
  ],
};
