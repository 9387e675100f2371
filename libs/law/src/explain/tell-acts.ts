import { nameOf, ruleOf, askedLate, type StandingAsk } from '../clock/relevant-time.js';
import type { Ask, ExtensionNotice } from '../clock/facts.js';
import type { NoEffect } from '../clock/no-effect.js';
import type { StandingClarification } from '../clock/pause.js';
import type { Policy } from '../clock/policy.js';
import { writeDay, type Day } from '../dates/civil-date.js';
import type { Duty, PauseRule } from '../rulesets/ruleset.js';
import { withWeekday, type Listener } from './step.js';

/** The doubtful point by whose answer an ask moves the relevant time. */
function byPoint({ of, furtherCopies }: StandingAsk): string {
  if (of === 'authority') return ' (D-6)';
  return furtherCopies ? ' (by policy D-5)' : '';
}

function askInWords(ask: StandingAsk, policy: Policy): string {
  const { of, askedOn, arrivedOn, isLate } = ask;
  const asked = `On ${withWeekday(askedOn)} ${nameOf[of]} was asked for`;
  const arrived = of === 'fee' ? 'been paid' : 'arrived';
  const came =
    arrivedOn === undefined
      ? `it has not ${arrived}, and the period does not begin before that${byPoint(ask)}`
      : `what was needed came on ${withWeekday(arrivedOn)}, and the period does not begin before that${byPoint(ask)}`;
  if (!isLate) return `${asked}; ${came}.`;
  return `${asked}; ${came}. ID_REQUEST_LATE: ${askedLate(policy)}; read literally it still moves the start (D-2), but that may not stand.`;
}

/** R21–R25 — one ask for identity, authority or a fee, and what it does to the start. */
export function tellAsk(
  ask: StandingAsk,
  noEffect: NoEffect | undefined,
  duty: Duty,
  policy: Policy,
  listener: Listener,
): void {
  listener.step(() => ({
    rule: noEffect?.rule ?? (ask.isLate ? 'R25' : ruleOf[ask.of]),
    cite: duty.waitsCite[ask.of],
    inputs:
      ask.arrivedOn === undefined
        ? { of: ask.of, askedOn: writeDay(ask.askedOn) }
        : { of: ask.of, askedOn: writeDay(ask.askedOn), arrivedOn: writeDay(ask.arrivedOn) },
    outcome: noEffect?.code ?? true,
    text:
      noEffect === undefined
        ? askInWords(ask, policy)
        : `On ${withWeekday(ask.askedOn)} ${nameOf[ask.of]} was asked for, which moves nothing: ${noEffect.words}.`,
  }));
}

/** EDPB Guidelines 01/2022 §5.3 — identity that suspends the period instead of moving its start. */
export function tellSuspendingIdentity(
  ask: Ask,
  arrivedOn: Day | undefined,
  duty: Duty,
  listener: Listener,
): void {
  listener.step(() => ({
    rule: 'R21',
    cite: duty.pauseCite,
    inputs: {
      askedOn: writeDay(ask.on),
      ...(arrivedOn === undefined ? {} : { arrivedOn: writeDay(arrivedOn) }),
    },
    outcome: true,
    text: `On ${withWeekday(ask.on)} proof of identity was asked for; by policy (the EDPB suspension is applied) the period is suspended until it arrives${arrivedOn === undefined ? ', which it has not' : `, on ${withWeekday(arrivedOn)}`}.`,
  }));
}

const nameOfClarification = (ref: string): string =>
  ref === '' ? 'a clarification' : `the clarification “${ref}”`;

/** The policy by which a clarification stops the clock where the statute itself does not say so. */
const pausesBy: Readonly<Record<PauseRule, string>> = {
  none: '',
  clarification: '',
  clarification_by_guidance: ' By policy D-12 that stops the clock.',
  identity_and_clarification_by_guidance: ' By policy the EDPB suspension is applied.',
};

/** R26–R29 — one ask for clarification, how it ended, or why it stops nothing. */
export function tellClarification(
  { ref, askedOn, answeredOn, declined }: StandingClarification,
  noEffect: NoEffect | undefined,
  duty: Duty,
  listener: Listener,
): void {
  listener.step(() => {
    const asked = `On ${withWeekday(askedOn)} ${nameOfClarification(ref)} was asked for`;
    const ended =
      answeredOn === undefined
        ? 'it is not answered yet'
        : `it was ${declined ? 'declined, which ends the wait as an answer does,' : 'answered'} on ${withWeekday(answeredOn)}`;
    return {
      rule: noEffect?.rule ?? (declined || answeredOn === undefined ? 'R29' : 'R26'),
      cite: duty.pauseCite,
      inputs: { ref, askedOn: writeDay(askedOn) },
      outcome: noEffect?.code ?? true,
      text:
        noEffect === undefined
          ? `${asked}; ${ended}.${pausesBy[duty.pausedBy]}`
          : `${asked}, which stops nothing: ${noEffect.words}.`,
    };
  });
}

/** R12, R14 — one extension notice: in force, or void and why. */
export function tellExtension(
  notice: ExtensionNotice,
  noEffect: NoEffect | undefined,
  duty: Duty,
  listener: Listener,
): void {
  listener.step(() => ({
    rule: noEffect?.rule ?? duty.extension?.rule ?? 'R12',
    cite:
      (noEffect ? duty.extension?.noticeWithin.cite : duty.extension?.within.cite) ?? duty.answerWithin.cite,
    inputs: { givenOn: writeDay(notice.on), reasons: notice.reasons },
    outcome: noEffect?.code ?? true,
    text:
      noEffect === undefined
        ? `The extension notice given on ${withWeekday(notice.on)} is valid: it states reasons and came in time.`
        : `The extension notice given on ${withWeekday(notice.on)} changes nothing: ${noEffect.words}.`,
  }));
}
