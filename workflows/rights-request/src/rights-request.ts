import type { CaseOpening } from '@duly/case';
import type { CaseClosed } from '@duly/case-protocol';
import { allHandlersFinished, CancellationScope, condition } from '@temporalio/workflow';
import { LiveFile } from './case-file.js';
import { openDoors } from './doors.js';
import { keepPost } from './post-lane.js';
import { keepRegister } from './register-lane.js';
import { anAnswerOrTheDueDate, clarificationArrives, theRequesterReplies } from './statutory-clock.js';

/**
 * One rights request. A cancellation asked for on Temporal's pages ends nothing: a request stands until it is answered, refused or
 * taken back (UK GDPR Art 12A(1)), and only commands can close it.
 */
export function rightsRequest(opening: CaseOpening): Promise<CaseClosed> {
  return CancellationScope.nonCancellable(() => theLifeOf(opening));
}

/** Its life, in the order the law tells it (UK GDPR Arts 12, 12A). */
async function theLifeOf(opening: CaseOpening): Promise<CaseClosed> {
  const file = new LiveFile(opening);
  openDoors(file); // every update and query, before the first await
  const register = keepRegister(opening, file); // each event → its rows, in order, in the background
  const post = keepPost(file); // each notice → sent → its outcome becomes an event

  const hasEnded = (): boolean => post.isSettled && register.isComplete && allHandlersFinished();
  for (;;) {
    await itCloses(file);
    // At one moment, since a note or a refund may still come in while the last letter is on its way; and an answer may come back.
    await condition(() => !file.isClosed || hasEnded());
    if (file.isClosed) return file.closed;
  }
}

async function itCloses(file: LiveFile): Promise<void> {
  while (!file.isClosed) {
    if (file.isAwaiting)
      await theRequesterReplies(file); // identity, authority or fee: the month has not begun
    else if (file.isPaused)
      await clarificationArrives(file); // the month stands still
    else await anAnswerOrTheDueDate(file); // the month runs
  }
}
