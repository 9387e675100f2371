import { writeDay, type Day } from '../dates/civil-date.js';
import { inWords, type Listener } from '../explain/step.js';
import type { Duty, PauseRule } from '../rulesets/ruleset.js';
import type { ClarificationAnswer, ClarificationAsk } from './facts.js';
import type { StandingClarification } from './pause.js';
import type { Policy } from './policy.js';

/** Whether asking for clarification stops this clock: for access only (UK GDPR Art 12A(5)), or where policy follows guidance. */
export function clarificationStopsClock(pausedBy: PauseRule, policy: Policy): boolean {
  switch (pausedBy) {
    case 'none':
      return false;
    case 'clarification':
      return true;
    case 'clarification_by_guidance':
      return policy.clarificationBeforeArticle12A === 'stops-the-clock';
    case 'identity_and_clarification_by_guidance':
      return policy.edpbSuspension === 'applied';
  }
}

/** Whether waiting for identity suspends this clock, instead of moving its start (EDPB Guidelines 01/2022 §5.3). */
export function identitySuspendsClock(pausedBy: PauseRule, policy: Policy): boolean {
  return pausedBy === 'identity_and_clarification_by_guidance' && policy.edpbSuspension === 'applied';
}

/** R29 — the pause ends with the first answer of the same name on or after the ask; declining answers too. */
export function standingClarification(
  ask: ClarificationAsk,
  answers: readonly ClarificationAnswer[],
): StandingClarification {
  const answer = answers.find(({ ref, on }) => ref === ask.ref && on >= ask.on);
  return { ref: ask.ref, askedOn: ask.on, answeredOn: answer?.on, doubtful: ask.doubtful };
}

/** R28 — why a clarification stops nothing; undefined where it does. `endedOn` is the day on which the period that bound had ended. */
export function whyClarificationStopsNothing(
  duty: Duty,
  policy: Policy,
  endedOn: Day | undefined,
): string | undefined {
  if (!clarificationStopsClock(duty.pausedBy, policy)) return 'the clock of this right has no such pause';
  if (endedOn === undefined) return undefined;
  return `it was asked after the period had ended on ${inWords(endedOn)} (R28)`;
}

export function tellClarification(
  ask: ClarificationAsk,
  duty: Duty,
  stopsNothing: string | undefined,
  listener: Listener,
): void {
  if (stopsNothing === undefined) return;
  listener.step(() => ({
    rule: stopsNothing.includes('R28') ? 'R28' : 'R26',
    cite: duty.pausedBy === 'none' ? 'UK GDPR Art 12A(5) speaks of Article 15 only' : duty.pauseCite,
    inputs: { askedOn: writeDay(ask.on), ref: ask.ref },
    outcome: false,
    text: `The clarification asked for on ${inWords(ask.on)} changes nothing: ${stopsNothing}.`,
  }));
}
