import { toCivilDate, type CivilDate } from '../dates/civil-date.js';
import { regulatorOn, type Regulator } from './regulator.js';

/** A way of redress that a notice must name. */
export type ComplaintRoute =
  | { readonly to: 'controller'; readonly cite: string; readonly words: string }
  | {
      readonly to: 'commissioner';
      readonly cite: string;
      readonly words: string;
      readonly regulator: Regulator;
    }
  | { readonly to: 'court'; readonly cite: string; readonly words: string };

/** DUAA 2025 s.103 and Sch 10 in force, Art 77 repealed (SI 2026/82 reg 3). */
export const complaintsToController = toCivilDate('2026-06-19');

const controller: ComplaintRoute = {
  to: 'controller',
  cite: 'DPA 2018 s.164A',
  words: 'You can complain to us. We will acknowledge your complaint within 30 days.',
};

const court: ComplaintRoute = {
  to: 'court',
  cite: 'UK GDPR Art 79; DPA 2018 s.167',
  words: 'You can ask a court to enforce your rights.',
};

function commissioner(cite: string, regulator: Regulator): ComplaintRoute {
  const { name, website, phone } = regulator;
  const words = `You can complain to the ${name}: ${website}, telephone ${phone}.`;
  return { to: 'commissioner', cite, words, regulator };
}

/**
 * R31 — the routes that a notice names, by the date on which the NOTICE is given, not the date of receipt: from 19 June 2026 the controller
 * (s.164A), the Commissioner (s.165) and the courts; before that the Commissioner (s.165 and Art 77 as it then stood) and the courts.
 * Refusal, fee, identity and abandonment letters carry the same routes.
 */
export function complaintRoutes(
  noticeGivenOn: CivilDate,
  list?: readonly [Regulator, ...Regulator[]],
): readonly ComplaintRoute[] {
  const regulator = regulatorOn(noticeGivenOn, list);
  return noticeGivenOn >= complaintsToController
    ? [controller, commissioner('DPA 2018 s.165', regulator), court]
    : [commissioner('UK GDPR Art 77; DPA 2018 s.165', regulator), court];
}
