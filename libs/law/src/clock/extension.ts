import { writeDay, type Day } from '../dates/civil-date.js';
import { inWords, type Listener } from '../explain/step.js';
import type { Duty, Extension } from '../rulesets/ruleset.js';
import type { ExtensionNotice } from './facts.js';
import {
  dueDay,
  endOfPeriod,
  type BeyondCalendar,
  type Counting,
  type DueDay,
  type PeriodEnd,
  type Suspended,
} from './period.js';
import type { Policy } from './policy.js';

/** The last day for an extension notice, before and after it moves to a working day; null while the month has not begun. */
export interface NoticeCutOff {
  readonly unrolled: PeriodEnd | Suspended | BeyondCalendar;
  readonly rolled: DueDay | Suspended | BeyondCalendar;
}

/**
 * R13 — the cut-off for the notice: one month from the relevant time, moved by pauses and rolled (Art 12A(4)(a), (5)(b)(ii));
 * one month from receipt where the law says so, which nothing moves (D-12).
 */
export function noticeCutOff(
  extension: Extension,
  receipt: Day,
  start: Day | undefined,
  counting: Counting,
): NoticeCutOff | null {
  const fromReceipt = extension.noticeCountsFrom === 'receipt';
  const from = fromReceipt ? receipt : start;
  if (from === undefined) return null;
  const by: Counting = fromReceipt ? { ...counting, pauses: [] } : counting;
  return {
    unrolled: endOfPeriod(from, extension.noticeWithin, by),
    rolled: dueDay(from, extension.noticeWithin, by),
  };
}

/** The day of the cut-off that binds by policy D-4; words where there is none. */
export function bindingCutOff(
  cutOff: NoticeCutOff,
  policy: Policy,
): PeriodEnd | DueDay | Suspended | BeyondCalendar {
  return policy.noticeCutOff === 'rolled' ? cutOff.rolled : cutOff.unrolled;
}

/**
 * R14 — why a notice extends nothing; undefined where it does (R12). Late or without reasons it is void (Art 12A(4)),
 * and there is no second one.
 */
export function whyNoticeIsVoid(
  notice: ExtensionNotice,
  duty: Duty,
  cutOff: NoticeCutOff | null,
  policy: Policy,
  hasOne: boolean,
): string | undefined {
  if (!duty.extension) return 'this duty cannot be extended';
  if (hasOne) return 'there is one extension only';
  if (!notice.reasons) return 'it states no reasons (Art 12A(4)(b))';
  if (!cutOff) return undefined;
  const last = bindingCutOff(cutOff, policy);
  if (typeof last !== 'number' || notice.on <= last) return undefined;
  return `it was given after the last day for it, ${inWords(last)} (Art 12A(4)(a))`;
}

export function tellExtension(
  notice: ExtensionNotice,
  duty: Duty,
  whyVoid: string | undefined,
  listener: Listener,
): void {
  listener.step(() => ({
    rule: whyVoid === undefined ? 'R12' : 'R14',
    cite: duty.extension?.within.cite ?? duty.answerWithin.cite,
    inputs: { givenOn: writeDay(notice.on), reasons: notice.reasons },
    outcome: whyVoid === undefined,
    text:
      whyVoid === undefined
        ? `The extension notice given on ${inWords(notice.on)} is valid: it states reasons and came in time.`
        : `The extension notice given on ${inWords(notice.on)} changes nothing: ${whyVoid}.`,
  }));
}
