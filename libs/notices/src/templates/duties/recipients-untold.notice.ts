import { line, paragraph } from '../../document/block.js';
import type { RecipientsUntoldData } from '../../data/duties-data.js';
import type { Template } from '../../template.js';
import { fullDate } from '../../wording/dates.js';
import { theCase } from '../../wording/staff.js';

/** Reminds staff that somebody who has the data was not told what was done with it (UK GDPR Art 19; R45). */
export const recipientsUntold: Template<RecipientsUntoldData> = {
  version: 1,
  mustState: () => [],
  write: data => ({
    subject: 'Somebody who has the data has not been told',
    blocks: [
      paragraph(
        line`We corrected, deleted or limited data. Since ${fullDate(data.since)}, somebody we shared it with has not been told.`,
      ),
      ...theCase(data),
      ...(data.handler === undefined ? [] : [paragraph(line`${data.handler} does the work on this case.`)]),
      paragraph(
        'Please tell them, and record it with the task. If they do not reply, you have still told them. If you cannot tell them, record why. This stays to be done when the case has closed.',
      ),
    ],
  }),
};
