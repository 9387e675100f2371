import { line, paragraph } from '../document/block.js';
import type { ReminderToHandlerData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { theCase } from '../wording/staff.js';

/** Tells staff that nobody has decided yet whether a letter is a request (R46). */
export const enquiryOverdue: Template<ReminderToHandlerData> = {
  version: 1,
  mustState: () => ['answer-by'],
  write: data => ({
    subject: 'Is this a request? Please decide now',
    blocks: [
      paragraph(
        'Nobody has decided yet whether this letter is a request. If it is one, its time is running.',
      ),
      ...theCase(data),
      paragraph(
        data.dueDate === null
          ? 'It has no last day yet.'
          : line`The last day for an answer would be ${fullDate(data.dueDate)}.`,
        ['answer-by'],
      ),
    ],
  }),
};
