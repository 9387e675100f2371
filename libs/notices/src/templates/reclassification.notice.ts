import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph, words } from '../document/block.js';
import type { ReclassificationData } from '../data/rarer-ends.js';
import type { Template } from '../template.js';
import { isForAnother, needed, whatYouAsked } from '../wording/request.js';
import { askedFor } from '../wording/rights.js';

/** Tells the person that what they wrote is dealt with as another right, and loses no day by it (R34, R46). */
export const reclassification: Template<ReclassificationData> = {
  version: 1,
  mustState: data => ['understanding', 'receipt-date', ...routesOn(data.on)],
  write: data => ({
    subject: 'We read your request again',
    blocks: [
      paragraph(whatYouAsked(data), ['receipt-date']),
      paragraph(
        line`That is how we first read it. We now think that you asked us to ${askedFor(data.as, isForAnother(data))}.`,
        ['understanding'],
      ),
      paragraph('This is why:'),
      words(needed('reasons', data.reasons), ['understanding']),
      heading('What happens next'),
      paragraph(
        'You do not need to do anything. The time we have still counts from the day we got your request. We will write to you about it.',
      ),
      paragraph('If we got this wrong, please tell us as soon as you can.'),
      ...howToComplain(data),
    ],
  }),
};
