import { cameBack } from '../came-back/doubt.js';
import type { CaseFile } from '../case-file.js';
import type { CaseEvent, EventOf, EventType } from '../events.js';
import type { CaseRefusal } from '../refusals.js';
import { wasRespondedInTime } from '../responded-in-time.js';
import { isFollowedUp, sinceOpened } from '../what-happened.js';
import { refused, type Judging } from './judging.js';

/** What each decision that says what becomes of the request turns into when its notice is given. */
const concludes = {
  AnswerDecided: 'RequestAnswered',
  RefusalDecided: 'RequestRefused',
  AbandonmentDecided: 'RequestAbandoned',
  OutcomeDecided: 'ComplaintConcluded',
  ReclassificationDecided: 'CaseReclassified',
  CannotIdentifyDecided: 'ToldNotIdentified',
} as const satisfies Readonly<Partial<Record<EventType, EventType>>>;

export type Concluding = EventOf<keyof typeof concludes>;

const isConcluding = (event: CaseEvent): event is Concluding => Object.hasOwn(concludes, event.type);

/** The decisions on the request, or a part of it, whose notice has not been given yet. */
export function pendingDecisions(file: CaseFile): Concluding[] {
  return sinceOpened(file)
    .filter(isConcluding)
    .filter(({ type, number }) => !isFollowedUp(file, number, [concludes[type]]) || cameBack(file, number));
}

/** While a decision that ends the case waits for its notice there is nothing left to decide. */
export function refuseSecondDecision(
  file: CaseFile,
  isInTheWay: (decision: Concluding) => boolean,
): CaseRefusal | undefined {
  const pending = pendingDecisions(file).find(isInTheWay);
  return pending && alreadyDecided(pending);
}

function alreadyDecided({ number }: Concluding): CaseRefusal {
  return refused(
    'already-decided',
    'UK GDPR Art 12(3)–(4) (R31)',
    {
      message: `Event ${number} has decided this already; its notice has not been given yet.`,
      remedy: 'Wait for the letter, or record that its notice was given by post or by hand.',
    },
    { decided: number },
  );
}

/** Both halves have been decided: nothing of the request is left. */
function isWholeByHalves(file: CaseFile): boolean {
  const types = new Set(sinceOpened(file).map(({ type }) => type));
  return types.has('AnswerDecided') && types.has('RefusalDecided');
}

/** UK GDPR Art 12(1) — while the letter that decides the whole request is on its way, no other asks for something or takes more time. */
export function refuseAfterWholeDecision(file: CaseFile): CaseRefusal | undefined {
  const pending = pendingDecisions(file).find(
    decision => !('extent' in decision) || decision.extent === 'wholly' || isWholeByHalves(file),
  );
  return pending && alreadyDecided(pending);
}

/** A late step says why it is late; whether it is, is derived (R11). */
export function refuseSilentLateness(
  { file, clock, today }: Judging,
  reasonForLateness: string | undefined,
): CaseRefusal | undefined {
  const { effectiveDueDate } = clock;
  if (effectiveDueDate === null || today <= effectiveDueDate || reasonForLateness !== undefined)
    return undefined;
  if (wasRespondedInTime(file, clock)) return undefined;
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
