import type { CaseActivities } from '@duly/case-protocol';
import { attemptTime } from './attempt-time.js';
import { recordStep } from './record-step.js';
import { sendLetter, type PostRoom } from './send-letter.js';

/** Everything a case asks of the world. */
export function caseActivities(room: PostRoom) {
  return {
    recordStep: step => recordStep(step, room.register, room.vault),
    sendLetter: order => sendLetter(order, room, attemptTime()),
  } satisfies CaseActivities;
}
