import { toCivilDate } from '../../dates/civil-date.js';
import { citedFor, plainDuty, type Period, type Ruleset } from '../ruleset.js';

const thirtyDays: Period = { count: 30, unit: 'day', cite: 'DPA 2018 ss.164A(3), 205(2)' };

/** Complaints to the controller: acknowledged within 30 days, the outcome without undue delay (R50–R53). */
export const ukDpaS164a: Ruleset = {
  id: 'uk-dpa-s164a',
  jurisdiction: 'United Kingdom',
  law: 'DPA 2018 s.164A',
  appliesTo: { from: toCivilDate('2026-06-19') },
  editions: [
    {
      receivedFrom: null,
      duties: {},
      noDuty:
        'There is no statutory duty to acknowledge a complaint received before 19 June 2026 (SI 2026/82 reg 7).',
    },
    {
      receivedFrom: toCivilDate('2026-06-19'),
      duties: {
        complaint: {
          ...plainDuty,
          rule: 'R50',
          startsWith: 'complaint_received',
          startCite: 'DPA 2018 ss.164A(3), 205(2)',
          anyDayCite: 'DPA 2018 s.205(2); Reg 1182/71 Art 3(3)',
          waitsCite: citedFor('DPA 2018 s.164A(3)'),
          pauseCite: 'DPA 2018 s.164A(3)',
          answerWithin: thirtyDays,
          roll: 'next_working_day',
          acknowledgeWithin: thirtyDays,
          isAcknowledgement: true,
          refusable: null,
        },
      },
    },
  ],
};
