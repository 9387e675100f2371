import type { Day } from '../dates/civil-date.js';
import { withWeekday } from '../explain/step.js';
import type { Duty, Extension } from '../rulesets/ruleset.js';
import type { ExtensionNotice } from './facts.js';
import type { NoEffect } from './no-effect.js';
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
 * and there is no second one. The cut-off is only asked for where it decides.
 */
export function whyNoticeIsVoid(
  notice: ExtensionNotice,
  duty: Duty,
  cutOffNow: () => NoticeCutOff | null,
  policy: Policy,
  hasOne: boolean,
): NoEffect | undefined {
  const rule = 'R14';
  if (!duty.extension) return { rule, words: 'this period cannot be extended', code: 'NO_EXTENSION' };
  if (hasOne) return { rule, words: 'there is one extension only', code: 'EXTENSION_REJECTED_SECOND' };
  if (!notice.reasons) {
    return { rule, words: 'it states no reasons', code: 'EXTENSION_REJECTED_NO_REASONS' };
  }
  const cutOff = cutOffNow();
  if (!cutOff) return undefined;
  const last = bindingCutOff(cutOff, policy);
  if (typeof last !== 'number' || notice.on <= last) return undefined;
  const unrolled = policy.noticeCutOff === 'unrolled' ? ', which by policy D-4 does not roll' : '';
  const words = `it was given after the last day for it, ${withWeekday(last)}${unrolled}`;
  return { rule, words, code: 'EXTENSION_REJECTED_LATE' };
}
