import type { CaseActivities } from '@duly/case-protocol';
import { attemptTime } from './attempt-time.js';
import { recordStep } from './record-step.js';
import { sendLetter, type PostRoom } from './send-letter.js';

/**
 * Everything a case asks of the world.
 * @param recorded told, of each step that is in the register, the seconds since the case decided it
 */
export function caseActivities(room: PostRoom, recorded: (seconds: number) => void = () => undefined) {
  return {
    recordStep: async step => {
      const time = attemptTime();
      await recordStep(step, room.register, room.vault);
      recorded((Date.parse(time().at) - Date.parse(step.caseTime)) / 1_000);
    },
    sendLetter: order => sendLetter(order, room, attemptTime()),
  } satisfies CaseActivities;
}
