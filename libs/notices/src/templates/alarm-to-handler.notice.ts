import type { AlarmToHandlerData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { theCase, whatHappened, whatToDo } from '../wording/staff.js';

/** Tells the handler that the legal date has passed without an answer. */
export const alarmToHandler: Template<AlarmToHandlerData> = {
  version: 1,
  mustState: () => ['answer-by'],
  write: data => ({
    subject: 'A case needs you now',
    blocks: [whatHappened(data), ...theCase(data), whatToDo(data)],
  }),
};
