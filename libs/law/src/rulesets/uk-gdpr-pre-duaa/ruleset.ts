import { toCivilDate } from '../../dates/civil-date.js';
import { citedFor, type Duty, type Extension, type Ruleset } from '../ruleset.js';

const extension: Extension = {
  rule: 'R12',
  within: { count: 3, unit: 'month', cite: 'UK GDPR Art 12(3) as it stood before 5 February 2026' },
  // The old text counts the notice from receipt of the request, whatever identity or fee did to the start (D-12).
  noticeWithin: { count: 1, unit: 'month', cite: 'UK GDPR Art 12(3) as it stood before 5 February 2026' },
  noticeCountsFrom: 'receipt',
};

const oneMonth: Duty = {
  rule: 'R11',
  startsWith: 'received',
  answerWithin: { count: 1, unit: 'month', cite: 'UK GDPR Art 12(3) as it stood before 5 February 2026' },
  roll: 'next_working_day',
  startCite: 'UK GDPR Art 12(3) and (6) as they stood; ICO guidance',
  anyDayCite: 'ICO right of access guidance, 8 December 2025; Reg 1182/71 Art 3(3)',
  waitsFor: ['identity', 'authority', 'fee'],
  waitsCite: {
    identity: 'UK GDPR Art 12(6) as it stood; ICO guidance',
    authority: 'ICO guidance before 5 February 2026',
    fee: 'UK GDPR Art 12(5) as it stood; ICO guidance',
  },
  pausedBy: 'none',
  pauseCite: 'ICO guidance before 5 February 2026',
  extension,
  acknowledgeWithin: null,
  isAcknowledgement: false,
  stopsAtOnce: false,
  refusable: true,
};

/** Requests received before 5 February 2026, for ever (SI 2026/82 reg 4; R2). */
export const ukGdprPreDuaa: Ruleset = {
  id: 'uk-gdpr-pre-duaa',
  jurisdiction: 'United Kingdom',
  law: 'UK GDPR Art 12(3) as it stood before 5 February 2026',
  appliesTo: { before: toCivilDate('2026-02-05') },
  editions: [
    {
      receivedFrom: null,
      duties: {
        access: { ...oneMonth, pausedBy: 'clarification_by_guidance' },
        rectification: oneMonth,
        erasure: oneMonth,
        restriction: oneMonth,
        portability: oneMonth,
        objection: oneMonth,
        objection_direct_marketing: {
          ...oneMonth,
          waitsFor: [],
          waitsCite: citedFor('UK GDPR Art 21(2)–(3)'),
          extension: null,
          stopsAtOnce: true,
          refusable: false,
        },
        adm_22c: oneMonth,
      },
    },
  ],
};
