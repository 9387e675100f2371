import { line, list, paragraph, type Line } from '../document/block.js';
import type { ReminderToHandlerData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { theCase } from '../wording/staff.js';

function dates(data: ReminderToHandlerData): readonly Line[] {
  return [
    data.planBy === null ? ['Work to: no date yet'] : line`Work to: ${fullDate(data.planBy)}`,
    data.dueDate === null ? ['Last day by law: none yet'] : line`Last day by law: ${fullDate(data.dueDate)}`,
  ];
}

/** Reminds the handler of a case that is due soon; it runs on the day to work to, and gives the legal date apart (R30). */
export const reminderToHandler: Template<ReminderToHandlerData> = {
  version: 1,
  mustState: () => ['answer-by'],
  write: data => ({
    subject: 'A case is due soon',
    blocks: [
      paragraph('A case of yours is due soon.'),
      ...theCase(data),
      list(dates(data), ['answer-by']),
      paragraph(
        data.right === 'complaint'
          ? 'Please tell the person by then that we have their complaint.'
          : 'Please answer it, or tell the person in time why you cannot.',
      ),
    ],
  }),
};
