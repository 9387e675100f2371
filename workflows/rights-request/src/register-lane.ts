import { isToStaff, writeInstant, type CaseOpening, type LetterOrder } from '@duly/case';
import type { LetterDecided, RegisterActivities, RegisterStep } from '@duly/case-protocol';
import { condition, proxyActivities } from '@temporalio/workflow';
import { registerOptions } from './activity-options.js';
import type { LiveFile, Unrecorded } from './case-file.js';
import { caseNow } from './case-time.js';

// Never a local activity: it would write before the history knows, and a lost workflow task would leave a row of what never was.
const { recordStep } = proxyActivities<RegisterActivities>(registerOptions);

/** The lane that turns events into rows, in order; it never waits for the post. */
export interface Register {
  /** Every event has its rows. */
  readonly isComplete: boolean;
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
    toStaff: letters.filter(isToStaff),
    caseTime: writeInstant(caseNow()),
  };
}

/** Writes what has happened so far in one step, then what has happened meanwhile, and so on. */
export function keepRegister(opening: CaseOpening, file: LiveFile): Register {
  let isWriting = false;
  const writing = async (): Promise<never> => {
    for (;;) {
      await condition(() => file.hasNews);
      isWriting = true;
      await recordStep(stepOf(opening, file, file.takeUnrecorded()));
      isWriting = false;
    }
  };
  void writing();
  return {
    get isComplete() {
      return !isWriting && !file.hasNews;
    },
  };
}
