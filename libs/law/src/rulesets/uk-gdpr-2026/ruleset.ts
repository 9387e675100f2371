import { toCivilDate } from '../../dates/civil-date.js';
import { citedFor, type Duty, type Extension, type Ruleset } from '../ruleset.js';

const extension: Extension = {
  rule: 'R12',
  within: { count: 3, unit: 'month', cite: 'UK GDPR Art 12A(3)' },
  noticeWithin: { count: 1, unit: 'month', cite: 'UK GDPR Art 12A(4)(a)' },
  noticeCountsFrom: 'relevant_time',
};

const oneMonth: Duty = {
  rule: 'R11',
  startsWith: 'received',
  answerWithin: { count: 1, unit: 'month', cite: 'UK GDPR Art 12A(1)' },
  roll: 'next_working_day',
  startCite: 'UK GDPR Art 12A(2)',
  anyDayCite: 'ICO right of access guidance, 8 December 2025; Reg 1182/71 Art 3(3)',
  waitsFor: ['identity', 'authority', 'fee'],
  waitsCite: {
    identity: 'UK GDPR Arts 12(6), 12A(2)(b)',
    authority: 'ICO right of access guidance, 8 December 2025',
    fee: 'UK GDPR Arts 12(5), 12A(2)(c)',
  },
  pausedBy: 'none',
  pauseCite: 'UK GDPR Art 12A(5)',
  extension,
  acknowledgeWithin: null,
  isAcknowledgement: false,
  stopsAtOnce: false,
  refusable: true,
};

/** Absolute: nothing to ask for, nothing to weigh, no more time (UK GDPR Art 21(2)–(3); R42, R61). */
const directMarketing: Duty = {
  ...oneMonth,
  waitsFor: [],
  waitsCite: citedFor('UK GDPR Art 21(2)–(3)'),
  extension: null,
  stopsAtOnce: true,
  refusable: false,
};

/** Requests received on or after 5 February 2026 (DUAA 2025 s.76; SI 2026/82 regs 2(h), 4). */
export const ukGdpr2026: Ruleset = {
  id: 'uk-gdpr-2026',
  jurisdiction: 'United Kingdom',
  law: 'UK GDPR Arts 4A, 12 and 12A',
  appliesTo: { from: toCivilDate('2026-02-05') },
  editions: [
    {
      receivedFrom: null,
      duties: {
        access: { ...oneMonth, pausedBy: 'clarification' },
        rectification: oneMonth,
        erasure: oneMonth,
        restriction: oneMonth,
        portability: oneMonth,
        objection: oneMonth,
        objection_direct_marketing: directMarketing,
        adm_22c: oneMonth,
      },
    },
  ],
};
