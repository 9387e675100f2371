import { line, paragraph } from '../document/block.js';
import type { AlarmToManagerData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { theCase, whatHappened } from '../wording/staff.js';

/** Tells the manager that a case is late, and who holds it. */
export const alarmToManager: Template<AlarmToManagerData> = {
  version: 1,
  mustState: () => ['answer-by'],
  write: data => ({
    subject: 'A case in your team needs help now',
    blocks: [
      whatHappened(data),
      ...theCase(data),
      paragraph(
        data.handler === undefined
          ? 'Nobody has claimed this case. Please give it to somebody today.'
          : line`${data.handler} does the work on this case. Please make sure that it is answered now.`,
      ),
    ],
  }),
};
