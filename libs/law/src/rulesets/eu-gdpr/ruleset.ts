import { citedFor, plainDuty, type Duty, type Ruleset } from '../ruleset.js';

const oneMonth: Duty = {
  ...plainDuty,
  answerWithin: { count: 1, unit: 'month', cite: 'GDPR Art 12(3)' },
  roll: 'next_working_day',
  startCite: 'GDPR Art 12(3)',
  anyDayCite: 'Reg 1182/71 Art 3(3)',
  waitsCite: citedFor('GDPR Art 12(3), (6); EDPB Guidelines 01/2022 §5.3'),
  pausedBy: 'identity_and_clarification_by_guidance',
  pauseCite: 'EDPB Guidelines 01/2022 §5.3',
  extension: {
    rule: 'R12',
    within: { count: 3, unit: 'month', cite: 'GDPR Art 12(3)' },
    noticeWithin: { count: 1, unit: 'month', cite: 'GDPR Art 12(3)' },
    noticeCountsFrom: 'receipt',
  },
};

/** The EU's month, from receipt; the roll follows the Member State's public holidays (Reg 1182/71 Arts 2–3). */
export const euGdpr: Ruleset = {
  id: 'eu-gdpr',
  jurisdiction: 'European Union and EEA',
  law: 'GDPR Art 12(3)–(4); Reg 1182/71 Art 3',
  appliesTo: {},
  editions: [
    {
      receivedFrom: null,
      duties: {
        access: oneMonth,
        rectification: oneMonth,
        erasure: oneMonth,
        restriction: oneMonth,
        portability: oneMonth,
        objection: oneMonth,
        objection_direct_marketing: {
          ...oneMonth,
          pausedBy: 'none',
          extension: null,
          stopsAtOnce: true,
          refusable: false,
        },
        adm_22c: oneMonth,
      },
    },
  ],
};
