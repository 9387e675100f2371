import type { LetterOrder } from '@duly/case';
import type { PostActivities } from '@duly/case-protocol';
import { condition, proxyActivities } from '@temporalio/workflow';
import { postOptions } from './activity-options.js';
import type { LiveFile } from './case-file.js';

const { sendLetter } = proxyActivities<PostActivities>(postOptions);

/** The lane of the letters to persons, each on its own: one that can never be delivered blocks nothing but itself. */
export interface Post {
  /** Every letter has its outcome, and what could not be sent has been posted by a person. */
  readonly isSettled: boolean;
}

/** Each letter is sent, and its outcome becomes an event. */
export function keepPost(file: LiveFile): Post {
  let underway = 0;
  const send = async (order: LetterOrder): Promise<void> => {
    underway += 1;
    file.learnOutcome(order, await sendLetter(order));
    underway -= 1;
  };
  const sending = async (): Promise<never> => {
    for (;;) {
      await condition(() => file.hasLetters);
      for (const order of file.takeLetters()) void send(order);
    }
  };
  void sending();
  return {
    get isSettled() {
      return !file.hasLetters && underway === 0 && !file.hasLettersToPost;
    },
  };
}
