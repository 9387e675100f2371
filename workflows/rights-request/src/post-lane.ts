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

/** A person has been asked to send it by other means; it is tried on for as long as it takes, and nobody is asked again. */
function withoutAsking({ otherMeansFrom: _asked, ...order }: LetterOrder): LetterOrder {
  return order;
}

/** Each letter is sent, and its outcome becomes an event. */
export function keepPost(file: LiveFile): Post {
  let underway = 0;
  const send = async (order: LetterOrder): Promise<void> => {
    underway += 1;
    const report = await sendLetter(order);
    file.learnOutcome(order, report);
    if (report.outcome === 'deferred') file.learnOutcome(order, await sendLetter(withoutAsking(order)));
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
