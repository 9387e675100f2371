/** One answer per doubtful point of the law; the defaults are the engine's, each can be set (D-1 … D-12). */
export interface Policy {
  /** D-1: does the day on which a clarification is answered count? Art 12A(5) "ending with the day". */
  readonly clarificationAnswerDay: 'excluded' | 'counted';
  /** D-2: does identity asked for late still move the relevant time? Literally it does (R25). */
  readonly identityAskedLate: 'resets' | 'does-not-reset';
  /** D-2: identity is asked for late when asked more working days than this after receipt, 0–31. */
  readonly identityPromptWorkingDays: number;
  /** D-4: does the last day for an extension notice roll to a working day (R13)? */
  readonly noticeCutOff: 'rolled' | 'unrolled';
  /** D-5: does a fee for further copies, Art 15(3), move the relevant time (R23)? */
  readonly furtherCopiesFee: 'moves-nothing' | 'moves-relevant-time';
  /** D-6: is asking an agent for authority a trigger, as the ICO's guidance has it (R22)? */
  readonly agentAuthority: 'trigger' | 'not-a-trigger';
  /** D-7: does a clarification asked on a day to which the period has rolled exclude that day (R28)? */
  readonly clarificationOnRolledDay: 'excluded' | 'not-excluded';
  /** D-12: does a clarification stop the clock of a request received before Art 12A was in force? */
  readonly clarificationBeforeArticle12A: 'excludes-nothing' | 'stops-the-clock';
  /** EDPB Guidelines 01/2022 §5.3: is the EU month suspended while identity or clarification is awaited? */
  readonly edpbSuspension: 'not-applied' | 'applied';
  /** Civil days by which `planBy` lies before the legal date, 0–31 (R11). */
  readonly safetyDays: number;
  /** The organisation's own target in civil days after receipt, 1–366; never the legal date (R32). */
  readonly internalTarget: number;
  /** Calendar months after asking before a person may propose to close an unanswered case, 1–12 (D-11, R24). */
  readonly abandonAfter: number;
}

export const defaultPolicy: Policy = {
  clarificationAnswerDay: 'excluded',
  identityAskedLate: 'resets',
  identityPromptWorkingDays: 5,
  noticeCutOff: 'rolled',
  furtherCopiesFee: 'moves-nothing',
  agentAuthority: 'trigger',
  clarificationOnRolledDay: 'excluded',
  clarificationBeforeArticle12A: 'excludes-nothing',
  edpbSuspension: 'not-applied',
  safetyDays: 0,
  internalTarget: 28,
  abandonAfter: 1,
};

/** The answers by which `conservativeDueDate` is computed: the cautious ones to D-1, D-2 and D-7 (R30). */
export function cautious(policy: Policy): Policy {
  return {
    ...policy,
    clarificationAnswerDay: 'counted',
    identityAskedLate: 'does-not-reset',
    clarificationOnRolledDay: 'not-excluded',
  };
}

type Answers = {
  readonly [Name in keyof Policy]: readonly string[] | readonly [least: number, most: number];
};

/** What each point may be answered with: words, or a range of whole numbers. */
export const policyAnswers: Answers = {
  clarificationAnswerDay: ['excluded', 'counted'],
  identityAskedLate: ['resets', 'does-not-reset'],
  identityPromptWorkingDays: [0, 31],
  noticeCutOff: ['rolled', 'unrolled'],
  furtherCopiesFee: ['moves-nothing', 'moves-relevant-time'],
  agentAuthority: ['trigger', 'not-a-trigger'],
  clarificationOnRolledDay: ['excluded', 'not-excluded'],
  clarificationBeforeArticle12A: ['excludes-nothing', 'stops-the-clock'],
  edpbSuspension: ['not-applied', 'applied'],
  safetyDays: [0, 31],
  internalTarget: [1, 366],
  abandonAfter: [1, 12],
};
