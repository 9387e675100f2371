import { line, paragraph } from '../document/block.js';
import type { ProgressDueData } from '../data/absolute-rights.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { theCase } from '../wording/staff.js';

/** Reminds the handler that somebody who complained should hear how it stands (R52). */
export const progressDue: Template<ProgressDueData> = {
  version: 1,
  mustState: () => [],
  write: data => ({
    subject: 'A complaint has been quiet for a while',
    blocks: [
      paragraph(line`Nothing has been told to the person since ${fullDate(data.since)}.`),
      ...theCase(data),
      paragraph('Please tell them how it stands, or give the outcome. The law wants it without undue delay.'),
    ],
  }),
};
