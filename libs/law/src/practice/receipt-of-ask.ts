import type { CivilDate } from '../dates/civil-date.js';

/** Something a person asks for after, or beside, what was first noticed. */
export type LaterAsk =
  /** A right that the letter named and that was overlooked when it was first read. */
  | { readonly kind: 'overlooked_in_letter'; readonly letterReceivedOn: CivilDate }
  /** A new ask, or one with another scope, sent later. */
  | { readonly kind: 'new_or_changed'; readonly receivedOn: CivilDate };

/**
 * R34 — the date of receipt of its own clock: an overlooked right keeps the letter's date; a new or changed scope is a new request, and
 * the old one keeps running. Source: reasoned from UK GDPR Art 12A(2)(a).
 */
export function receiptOf(ask: LaterAsk): CivilDate {
  switch (ask.kind) {
    case 'overlooked_in_letter':
      return ask.letterReceivedOn;
    case 'new_or_changed':
      return ask.receivedOn;
  }
}
