import { paragraph } from '../document/block.js';
import type { AlarmToHandlerData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { theCase, whatHappened } from '../wording/staff.js';

/** Tells the handler that the legal date has passed without an answer. */
export const alarmToHandler: Template<AlarmToHandlerData> = {
  version: 1,
  mustState: () => ['answer-by'],
  write: data => ({
    subject: 'A case needs you now',
    blocks: [
      whatHappened(data),
      ...theCase(data),
      paragraph(
        data.because === 'date-moved-earlier'
          ? 'Please plan by this date from now on. A later date that the person was told is no longer the last day.'
          : 'Please answer it now. If it was answered in time, record when, and the alarm goes away. If it is late, note why.',
      ),
    ],
  }),
};
