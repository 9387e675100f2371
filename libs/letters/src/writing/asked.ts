import type { CaseEvent, EventType } from '@duly/case';
import type { Awaited } from '@duly/notices';

/** What the requester was asked for and when, by the event that decided to ask. */
export interface Asked {
  readonly awaited: Awaited;
  readonly decided: CaseEvent;
}

const awaitedAfter: Readonly<Partial<Record<EventType, Awaited>>> = {
  IdentityAskDecided: 'identity',
  IdentityInsufficient: 'identity',
  CannotIdentifyDecided: 'what-identifies',
  AuthorityAskDecided: 'authority',
  AuthorityInsufficient: 'authority',
  FeeAskDecided: 'fee',
  ClarificationAskDecided: 'clarification',
};

/** Undefined where the event is no ask. */
export function askedBy(decided: CaseEvent | undefined): Asked | undefined {
  const awaited = decided && awaitedAfter[decided.type];
  return awaited && { awaited, decided };
}
