import { writeInstant, type CaseOpening, type LetterOrder } from '@duly/case';
import type { LetterDecided, RegisterActivities, RegisterStep } from '@duly/case-protocol';
import { condition, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { registerAtOnce, registerForEver } from './activity-options.js';
import type { LiveFile, Unrecorded } from './case-file.js';
import { caseNow } from './case-time.js';

const atOnce = proxyLocalActivities<RegisterActivities>(registerAtOnce);
const forEver = proxyActivities<RegisterActivities>(registerForEver);

/** The lane that turns events into rows, in order; it never waits for the post. */
export interface Register {
  /** Letters whose rows have been written: the post may now send them. */
  onLettersRecorded(send: (order: LetterOrder) => void): void;
  readonly isUpToDate: boolean;
  /** Every event has its rows. */
  isComplete(): Promise<void>;
}

function rowOf({ letterId, level, kind, recipient, occasion, decided }: LetterOrder): LetterDecided {
  return { letterId, level, kind, recipient, occasion, decided: decided.number };
}

function stepOf(opening: CaseOpening, file: LiveFile, unrecorded: Unrecorded): RegisterStep {
  const { caseId, requestId, reference, run } = opening;
  const { events, opened, ended, letters } = unrecorded;
  return {
    caseId,
    requestId,
    reference,
    run,
    events,
    summary: file.summary,
    tasks: { opened, ended },
    letters: letters.map(rowOf),
    caseTime: writeInstant(caseNow()),
  };
}

/** The same step twice changes nothing, so a write that was tried in vain may be tried again in the other way. */
async function record(step: RegisterStep): Promise<void> {
  try {
    await atOnce.recordStep(step);
  } catch (error) {
    if (isCancellation(error)) throw error;
    await forEver.recordStep(step);
  }
}

/** Writes what has happened so far in one step, then what has happened meanwhile, and so on. */
export function keepRegister(opening: CaseOpening, file: LiveFile): Register {
  let isWriting = false;
  let send: (order: LetterOrder) => void = () => undefined;
  const writing = async (): Promise<never> => {
    for (;;) {
      await condition(() => file.hasNews);
      isWriting = true;
      const unrecorded = file.takeUnrecorded();
      const step = stepOf(opening, file, unrecorded);
      await record(step);
      isWriting = false;
      unrecorded.letters.forEach(send);
    }
  };
  void writing();
  const isUpToDate = (): boolean => !isWriting && !file.hasNews;
  return {
    get isUpToDate() {
      return isUpToDate();
    },
    onLettersRecorded: given => {
      send = given;
    },
    isComplete: () => condition(isUpToDate),
  };
}
