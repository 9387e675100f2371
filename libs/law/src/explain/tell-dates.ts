import { horizonOf, holidayOn, type OpenCalendar } from '../calendar/calendar.js';
import type { Dates } from '../clock/due.js';
import { bindingCutOff } from '../clock/extension.js';
import type { ClockCase } from '../clock/facts.js';
import { excludedDaysBetween, type Pause } from '../clock/pause.js';
import type { Policy } from '../clock/policy.js';
import { awaited, nameOf, preconditions, ruleOf } from '../clock/relevant-time.js';
import { writeDay, type Day } from '../dates/civil-date.js';
import type { Duty } from '../rulesets/ruleset.js';
import { inWords, lengthInWords, listed, withWeekday, type Listener, type Step } from './step.js';
import { tellIgnored } from './tell-ignored.js';
import { tellPeriod } from './tell-period.js';

/** R16, R21, R24 — from which day the period runs, or that it has not begun. */
function tellStart({ start, standing }: Dates, receipt: Day, duty: Duty, listener: Listener): void {
  listener.step(() => {
    const cite = duty.startCite;
    const arrived = standing.asks.filter(({ arrivedOn }) => arrivedOn !== undefined);
    const inputs: Record<string, string> = { receipt: writeDay(receipt) };
    for (const { of, arrivedOn } of arrived) if (arrivedOn !== undefined) inputs[of] = writeDay(arrivedOn);
    if (start === undefined) {
      const outstanding = awaited(standing.asks);
      const [was, has] = outstanding.length === 1 ? ['was', 'has'] : ['were', 'have'];
      const things = listed(outstanding.map(of => nameOf[of]));
      const text = `The period has not begun: ${things} ${was} asked for and ${has} not arrived. There is no due date yet.`;
      return { rule: 'R24', cite, inputs, outcome: null, text };
    }
    const what = duty.waitsFor.length > 0 ? 'The relevant time is' : 'The period runs from';
    const met = preconditions.filter(of => arrived.some(ask => ask.of === of));
    const latest = listed(['receipt', ...met.map(of => (of === 'fee' ? 'the fee' : nameOf[of]))]);
    const why = arrived.length > 0 ? `the latest of ${latest}` : 'the day of receipt';
    const rule = arrived.length > 0 ? met.map(of => ruleOf[of]).join(', ') : 'R16';
    return { rule, cite, inputs, outcome: writeDay(start), text: `${what} ${withWeekday(start)}, ${why}.` };
  });
}

/** `The days from Monday 1 June 2026 to Tuesday 2 June 2026`; one day stands alone. */
function daysInWords(from: Day, last: Day): { days: string; are: string; lie: string } {
  return Number(from) === Number(last)
    ? { days: withWeekday(from), are: 'is excluded', lie: 'lies on or before the start and excludes' }
    : {
        days: `The days from ${withWeekday(from)} to ${withWeekday(last)}`,
        are: 'are excluded, both end days included',
        lie: 'lie wholly on or before the start and exclude',
      };
}

function pauseInWords({ from, to }: Pause, start: Day): { text: string; rule: string; days: number | null } {
  if (to === Infinity) {
    const text = `From ${withWeekday(from)} on time stands still, until the answer comes.`;
    return { text, rule: 'R29', days: null };
  }
  const last = to as Day;
  const days = excludedDaysBetween([{ from, to }], start, last);
  const words = daysInWords(from, last);
  if (days === 0) return { text: `${words.days} ${words.lie} nothing.`, rule: 'R27', days };
  const counts = lengthInWords(days, 'day');
  const text =
    from <= start
      ? `${words.days} ${words.are}; only the ${counts} after the start would have counted.`
      : `${words.days} ${words.are}: ${counts}.`;
  return { text, rule: from <= start ? 'R27' : 'R26', days };
}

/** R26–R29 — the days that do not count, once each, however many clarifications cover them. */
function tellPauses(dates: Dates, duty: Duty, policy: Policy, listener: Listener): void {
  const { start, standing, counting } = dates;
  if (start === undefined || counting.pauses.length === 0) return;
  listener.steps(() => {
    const cite = duty.pauseCite;
    const steps: Step[] = counting.pauses.map(pause => {
      const { text, rule, days } = pauseInWords(pause, start);
      const to = pause.to === Infinity ? 'not answered yet' : writeDay(pause.to as Day);
      return { rule, cite, inputs: { from: writeDay(pause.from), to }, outcome: days, text };
    });
    const clarifications = standing.clarifications.length;
    const inputs = { clarifications, pauses: counting.pauses.length };
    if (clarifications > counting.pauses.length) {
      const text = 'Clarifications that overlap or adjoin are one pause: a day is excluded once.';
      steps.unshift({ rule: 'R27', cite, inputs, outcome: counting.pauses.length, text });
    }
    if (policy.clarificationAnswerDay === 'counted') {
      const text = 'By policy D-1 the day of the answer counts.';
      steps.unshift({ rule: 'R26', cite, inputs, outcome: null, text });
    }
    return steps;
  });
}

/** R13 — the last day for an extension notice, and the day before it rolled on which to warn (D-4, D-12). */
function tellCutOff(
  { cutOff, start }: Dates,
  receipt: Day,
  duty: Duty,
  policy: Policy,
  listener: Listener,
): void {
  const { extension } = duty;
  if (!cutOff || !extension) return;
  const last = bindingCutOff(cutOff, policy);
  if (typeof last !== 'number') return;
  listener.step(() => {
    const { unrolled } = cutOff;
    const fromReceipt =
      extension.noticeCountsFrom === 'receipt' && start !== receipt
        ? ', counted from receipt whatever else was asked for (D-12)'
        : '';
    const warn =
      typeof unrolled === 'number' && Number(unrolled) !== Number(last)
        ? `; warn on ${withWeekday(unrolled)}, before it rolls (D-4)`
        : '';
    const byPolicy = policy.noticeCutOff === 'unrolled' ? ', which by policy D-4 does not roll' : '';
    return {
      rule: 'R13',
      cite: extension.noticeWithin.cite,
      inputs: { noticeCutOff: policy.noticeCutOff },
      outcome: writeDay(last),
      text: `An extension notice can be given until ${withWeekday(last)}${byPolicy}${fromReceipt}${warn}.`,
    };
  });
}

/** R18, R20 — by which calendar the last day is judged, and how far it knows. */
function tellCalendar(calendar: OpenCalendar, asOf: Day | undefined, duty: Duty, listener: Listener): void {
  if (duty.roll === 'none_stated' || !calendar.isKnown || calendar.name === 'none') return;
  listener.step(() => {
    const horizon = horizonOf(calendar, asOf);
    const asKnown = asOf === undefined ? '' : `, as known on ${withWeekday(asOf)}`;
    const to = Number.isFinite(horizon) ? `, known to ${inWords(horizon as Day)}` : '';
    return {
      rule: asOf === undefined ? 'R18' : 'R20',
      cite: 'Reg 1182/71 Art 2(1)',
      inputs: { calendar: calendar.name, version: calendar.version },
      outcome: calendar.version,
      text: `Public holidays are those of ${calendar.name}, where the establishment that answers lies (D-3): ${calendar.version}${asKnown}${to}.`,
    };
  });
}

/** R16 — receipt on a day that is no working day counts as that day all the same. */
function tellReceipt({ calendar, asOf, facts }: ClockCase, duty: Duty, listener: Listener): void {
  const { receipt } = facts;
  const holiday = holidayOn(calendar, receipt, asOf);
  const weekday = withWeekday(receipt);
  if (!holiday && !/^S(at|un)/.test(weekday)) return;
  listener.step(() => ({
    rule: 'R16',
    cite: duty.anyDayCite,
    inputs: { receipt: writeDay(receipt) },
    outcome: writeDay(receipt),
    text: `${weekday} is ${holiday ? `a public holiday${holiday.title ? ` (${holiday.title})` : ''}` : 'no working day'}; receipt counts on that day all the same${duty.isAcknowledgement ? ', and the thirty days run from it' : ''}.`,
  }));
}

/** The reasoning from the acts that stand to the dates, in the order of rules §3.1. */
export function tellDates(
  dates: Dates,
  clockCase: ClockCase,
  duty: Duty,
  policy: Policy,
  listener: Listener,
): void {
  const { start, standing, counting } = dates;
  const { facts, calendar, asOf } = clockCase;
  tellReceipt(clockCase, duty, listener);
  tellIgnored(facts, duty, listener);
  tellStart(dates, facts.receipt, duty, listener);
  if (start === undefined) return;
  tellPauses(dates, duty, policy, listener);
  tellCalendar(calendar, asOf, duty, listener);
  tellPeriod(
    {
      what: duty.isAcknowledgement ? 'Acknowledgement' : 'Due date',
      rule: duty.rule,
      start,
      period: duty.answerWithin,
      counting,
    },
    listener,
  );
  tellCutOff(dates, facts.receipt, duty, policy, listener);
  if (!duty.extension || (!standing.extension && dates.extendedDue === 'suspended')) return;
  // Told also while nothing was extended: the result carries the date that an extension would give.
  const what = standing.extension ? 'Extended due date' : 'Were it extended';
  const { rule, within } = duty.extension;
  tellPeriod({ what, rule, start, period: within, counting }, listener);
}
