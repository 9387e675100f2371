import { condition } from '@temporalio/workflow';
import type { LiveFile } from './case-file.js';
import { caseNow } from './case-time.js';

/**
 * Time runs until what is waited for has come, and what is due on the way happens. The timer stands on the next moment only, and is
 * set anew when that moves: a deadline is never slept through.
 */
async function timeRuns(file: LiveFile, hasCome: () => boolean): Promise<void> {
  const isOver = (): boolean => file.isClosed || hasCome();
  while (!isOver()) {
    const moment = file.nextMoment;
    const hasMoved = (): boolean => isOver() || file.nextMoment !== moment;
    if (moment === null) {
      await condition(hasMoved);
    } else if (moment <= caseNow()) {
      file.timePasses();
    } else {
      // A wait of 0 ms would mean "no limit" to the SDK; nothing may be due before its moment.
      await condition(hasMoved, Math.max(1, moment - caseNow()));
    }
  }
}

/** The month has not begun: identity, authority or the fee is awaited (UK GDPR Art 12A(2); R21–R24). */
export async function theRequesterReplies(file: LiveFile): Promise<void> {
  await timeRuns(file, () => !file.isAwaiting);
}

/** The month stands still: a clarification is awaited (UK GDPR Art 12A(5); R26–R29). */
export async function clarificationArrives(file: LiveFile): Promise<void> {
  await timeRuns(file, () => !file.isPaused);
}

/** The month runs; when it has ended the alarm is raised, and the case goes on until it is answered (UK GDPR Art 12A(1); R11). */
export async function anAnswerOrTheDueDate(file: LiveFile): Promise<void> {
  await timeRuns(file, () => file.isAwaiting || file.isPaused);
}
