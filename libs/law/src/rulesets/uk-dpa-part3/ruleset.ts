import { toCivilDate } from '../../dates/civil-date.js';
import type { Duty, Ruleset } from '../ruleset.js';

const beforeTheAct: Duty = {
  rule: 'R57',
  startsWith: 'received',
  answerWithin: { count: 1, unit: 'month', cite: 'DPA 2018 s.54(1)–(2)' },
  roll: 'next_working_day',
  startCite: 'DPA 2018 s.54(3)',
  anyDayCite: 'DPA 2018 s.205(2); Reg 1182/71 Art 3(3)',
  waitsFor: ['identity', 'authority', 'fee'],
  waitsCite: {
    identity: 'DPA 2018 ss.52(4), 54(3)',
    authority: 'ICO right of access guidance, 8 December 2025',
    fee: 'DPA 2018 ss.53, 54(3)',
  },
  pausedBy: 'none',
  pauseCite: 'DPA 2018 s.54(3C)',
  extension: null,
  acknowledgeWithin: null,
  isAcknowledgement: false,
  stopsAtOnce: false,
  refusable: true,
};

const sinceTheAct: Duty = {
  ...beforeTheAct,
  extension: {
    rule: 'R12',
    within: { count: 3, unit: 'month', cite: 'DPA 2018 s.54(3A)' },
    noticeWithin: { count: 1, unit: 'month', cite: 'DPA 2018 s.54(3B)' },
    noticeCountsFrom: 'relevant_time',
  },
};

/**
 * Law-enforcement processing, DPA 2018 Part 3 (R57). Extension and clarification came with DUAA 2025 s.76 for requests received
 * from 5 February 2026 (SI 2026/82 reg 4); before that the month stood alone.
 */
export const ukDpaPart3: Ruleset = {
  id: 'uk-dpa-part3',
  jurisdiction: 'United Kingdom',
  law: 'DPA 2018 ss.45–54, 205(2)',
  appliesTo: {},
  editions: [
    {
      receivedFrom: null,
      duties: {
        access_s45: beforeTheAct,
        rectification: beforeTheAct,
        erasure: beforeTheAct,
        restriction: beforeTheAct,
      },
    },
    {
      receivedFrom: toCivilDate('2026-02-05'),
      duties: {
        access_s45: { ...sinceTheAct, pausedBy: 'clarification' },
        rectification: sinceTheAct,
        erasure: sinceTheAct,
        restriction: sinceTheAct,
      },
    },
  ],
};
