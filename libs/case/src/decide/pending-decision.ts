import type { CaseFile } from '../case-file.js';
import type { EventOf } from '../events.js';
import type { CaseRefusal } from '../refusals.js';
import { isFollowedUp, sinceOpened } from '../what-happened.js';
import { refused, type Judging } from './judging.js';

export type Concluding = EventOf<
  'AnswerDecided' | 'RefusalDecided' | 'AbandonmentDecided' | 'OutcomeDecided'
>;

const concluding = ['RequestAnswered', 'RequestRefused', 'RequestAbandoned', 'ComplaintConcluded'] as const;

/** The decisions that end the case or a part of it and whose notice has not been given yet. */
export function pendingDecisions(file: CaseFile): Concluding[] {
  return sinceOpened(file).filter(
    (event): event is Concluding =>
      (event.type === 'AnswerDecided' ||
        event.type === 'RefusalDecided' ||
        event.type === 'AbandonmentDecided' ||
        event.type === 'OutcomeDecided') &&
      !isFollowedUp(file, event.number, concluding),
  );
}

/** While a decision that ends the case waits for its notice there is nothing left to decide. */
export function refuseSecondDecision(
  file: CaseFile,
  isInTheWay: (decision: Concluding) => boolean,
): CaseRefusal | undefined {
  const pending = pendingDecisions(file).find(isInTheWay);
  if (!pending) return undefined;
  return refused(
    'already-decided',
    'UK GDPR Art 12(3)–(4) (R31)',
    {
      message: `Event ${pending.number} has decided this already; its notice has not been given yet.`,
      remedy: 'Wait for the letter, or record that its notice was given by post or by hand.',
    },
    { decided: pending.number },
  );
}

/** A late step says why it is late; whether it is, is derived (R11). */
export function refuseSilentLateness(
  { clock, today }: Judging,
  reasonForLateness: string | undefined,
): CaseRefusal | undefined {
  const { effectiveDueDate } = clock;
  if (effectiveDueDate === null || today <= effectiveDueDate || reasonForLateness !== undefined)
    return undefined;
  return refused(
    'late-without-reason',
    'UK GDPR Art 12(3), 12A(1) (R11)',
    {
      message: `The period ended on ${effectiveDueDate}; today is ${today}, so this is late.`,
      remedy: 'Give the reason for the lateness (`reasonForLateness`) with the step.',
    },
    { dueDate: effectiveDueDate, today },
  );
}
