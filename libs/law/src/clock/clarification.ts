import type { Day } from '../dates/civil-date.js';
import { withWeekday } from '../explain/step.js';
import type { Duty, PauseRule } from '../rulesets/ruleset.js';
import type { ClarificationAnswer, ClarificationAsk } from './facts.js';
import type { NoEffect } from './no-effect.js';
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

/** The answers by the name of what was asked, each list in the order of the days. */
export type AnswersByRef = ReadonlyMap<string, readonly ClarificationAnswer[]>;

export function answersByRef(answers: readonly ClarificationAnswer[]): AnswersByRef {
  const byRef = new Map<string, ClarificationAnswer[]>();
  for (const answer of answers) {
    const sameRef = byRef.get(answer.ref);
    if (sameRef) sameRef.push(answer);
    else byRef.set(answer.ref, [answer]);
  }
  return byRef;
}

/** R29 — the pause ends with the first answer of the same name on or after the ask; declining answers too. */
export function standingClarification(ask: ClarificationAsk, answers: AnswersByRef): StandingClarification {
  const answer = answers.get(ask.ref)?.find(({ on }) => on >= ask.on);
  return {
    ref: ask.ref,
    askedOn: ask.on,
    answeredOn: answer?.on,
    declined: answer?.declined === true,
    doubtful: ask.doubtful || answer?.doubtful === true,
  };
}

/** Why this right's clock has no pause for a clarification; undefined where it has one (R26). */
function whyNoPause(duty: Duty, policy: Policy): NoEffect | undefined {
  if (clarificationStopsClock(duty.pausedBy, policy)) return undefined;
  switch (duty.pausedBy) {
    case 'clarification_by_guidance': {
      const words = 'Art 12A(5) is not in force for it, and by policy D-12 guidance excludes nothing';
      return { rule: 'R26', words, code: 'NO_PAUSE_BY_POLICY' };
    }
    case 'identity_and_clarification_by_guidance': {
      const words = 'by policy the suspension of EDPB Guidelines 01/2022 is not applied';
      return { rule: 'R26', words, code: 'NO_PAUSE_BY_POLICY' };
    }
    case 'none':
    case 'clarification': {
      const words = 'the clock of this right has no pause for clarification';
      return { rule: 'R26', words, code: 'NO_PAUSE' };
    }
  }
}

/** R28 — why a clarification stops nothing; undefined where it does. `endedOn` is the day on which the period that bound had ended. */
export function whyClarificationStopsNothing(
  duty: Duty,
  policy: Policy,
  endedOn: Day | undefined,
): NoEffect | undefined {
  const noPause = whyNoPause(duty, policy);
  if (noPause || endedOn === undefined) return noPause;
  const unrolled = policy.clarificationOnRolledDay === 'not-excluded' ? ', by policy D-7 before rolling' : '';
  const words = `it was asked for after the period had ended on ${withWeekday(endedOn)}${unrolled}`;
  return { rule: 'R28', words, code: 'ASKED_AFTER_EXPIRY' };
}
