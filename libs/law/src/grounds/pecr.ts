import { addDays, toCivilDate, toDay, type CivilDate } from '../dates/civil-date.js';
import type { Cited } from './cited.js';

/** Direct marketing, since 20 August 2025: UK GDPR Art 4(1)(15A); PECR reg 2 (R60). */
export const directMarketing = {
  rule: 'R60',
  cite: 'UK GDPR Art 4(1)(15A); PECR reg 2',
  words:
    'the communication by whatever means of advertising or marketing material directed to particular individuals',
} as const satisfies Cited & { words: string };

export type MarketingChannel = 'live_call' | 'automated_call' | 'fax' | 'electronic_mail' | 'post';
export type Subscriber = 'individual' | 'corporate';

/** What a marketing message needs before it may be sent. */
export type MarketingRule = Cited &
  (
    | { readonly needs: 'consent'; readonly softOptIns: readonly SoftOptIn[] }
    | {
        readonly needs: 'no_objection';
        readonly screenAgainst: readonly ('own_suppression_list' | 'TPS' | 'CTPS')[];
      }
  );

/** The ways in which electronic mail may be sent without consent (R63). */
export type SoftOptIn = 'own_customers' | 'charity';

/** PECR reg 22(3A), in force with DUAA 2025 s.114 (R63). */
export const charitySoftOptInFrom = toCivilDate('2026-02-05');

function electronicMail(subscriber: Subscriber, on: CivilDate): MarketingRule {
  if (subscriber === 'corporate') {
    return {
      rule: 'R64',
      cite: 'UK GDPR Art 21; PECR reg 23',
      needs: 'no_objection',
      screenAgainst: ['own_suppression_list'],
    };
  }
  return {
    rule: 'R63',
    cite: 'PECR regs 22, 23',
    needs: 'consent',
    softOptIns: on >= charitySoftOptInFrom ? ['own_customers', 'charity'] : ['own_customers'],
  };
}

/** R62–R64 — the rule for a channel and a kind of subscriber on a day. Claims-management and pensions calls need consent (regs 21A, 21B). */
export function marketingRule(
  channel: MarketingChannel,
  subscriber: Subscriber,
  on: CivilDate,
): MarketingRule {
  switch (channel) {
    case 'live_call':
      return {
        rule: 'R62',
        cite: 'PECR reg 21',
        needs: 'no_objection',
        screenAgainst: ['own_suppression_list', subscriber === 'individual' ? 'TPS' : 'CTPS'],
      };
    case 'automated_call':
      return { rule: 'R62', cite: 'PECR reg 19', needs: 'consent', softOptIns: [] };
    case 'fax':
      return subscriber === 'individual'
        ? { rule: 'R62', cite: 'PECR reg 20', needs: 'consent', softOptIns: [] }
        : {
            rule: 'R62',
            cite: 'PECR reg 20',
            needs: 'no_objection',
            screenAgainst: ['own_suppression_list'],
          };
    case 'electronic_mail':
      return electronicMail(subscriber, on);
    case 'post':
      return {
        rule: 'R64',
        cite: 'UK GDPR Art 21(2)–(3)',
        needs: 'no_objection',
        screenAgainst: ['own_suppression_list'],
      };
  }
}

/** TPS lists are screened at least this often, in days (R65; follows from PECR reg 21(3)). */
export const screenEveryDays = 28;

/**
 * R62 — whether a TPS or CTPS listing forbids a live call: one listed for less than 28 days on the day of the call is excused (PECR reg 21(3)).
 * An objection made to the caller itself has no such grace.
 */
export function listingForbidsCall(listedOn: CivilDate, callOn: CivilDate): boolean {
  return toDay(callOn) >= addDays(toDay(listedOn), screenEveryDays);
}

/** R66 — from 5 February 2026 PECR is enforced with the powers of the DPA 2018 (DUAA 2025 s.115, Sch 13; SI 2026/82 reg 11). */
export function pecrSanctions(actOn: CivilDate): 'dpa_2018_powers' | 'pecr_as_it_stood' {
  return actOn >= charitySoftOptInFrom ? 'dpa_2018_powers' : 'pecr_as_it_stood';
}
