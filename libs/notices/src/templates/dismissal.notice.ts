import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph, words } from '../document/block.js';
import type { DismissalData } from '../data/enquiry.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { needed } from '../wording/request.js';

/** Tells somebody that what they sent is not taken for a request, and how to say that it is one (R46). */
export const dismissal: Template<DismissalData> = {
  version: 2,
  mustState: data => ['receipt-date', 'understanding', 'can-ask-again', ...routesOn(data.on)],
  write: data => ({
    subject: 'What you sent us',
    blocks: [
      paragraph(line`We heard from you on ${fullDate(data.receivedOn)}.`, ['receipt-date']),
      paragraph(
        'We looked at whether you asked us to do something with personal data. We think you did not:',
      ),
      words(needed('reasons', data.reasons), ['understanding']),
      heading('What happens next'),
      paragraph(
        line`If you did mean to ask for that, please tell us. Call ${data.organisation.phone} or write to us. You need no special words. The time we have to answer then still counts from that day.`,
        ['can-ask-again'],
      ),
      ...howToComplain(data),
    ],
  }),
};
