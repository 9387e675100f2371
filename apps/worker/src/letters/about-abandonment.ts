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
  CannotIdentifyDecided: 'identity',
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

/** The unanswered ask for which a case is closed (R24): the one the person was warned about last. */
export function askOfAbandonment(timeline: readonly CaseEvent[]): Asked | undefined {
  const byNumber = new Map(timeline.map(event => [event.number, event]));
  for (const event of [...timeline].reverse()) {
    if (event.type !== 'AbandonmentProposed' && event.type !== 'AbandonmentWarningDecided') continue;
    const requested = byNumber.get(event.ask);
    return askedBy(requested && 'decided' in requested ? byNumber.get(requested.decided) : requested);
  }
  return undefined;
}
