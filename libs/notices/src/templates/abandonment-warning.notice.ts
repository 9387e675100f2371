import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph } from '../document/block.js';
import type { AbandonmentWarningData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { askedYou, whatWeNeed, ifItComesLater } from '../wording/awaited.js';
import { fullDate } from '../wording/dates.js';
import { whatYouAsked } from '../wording/request.js';

/** Warns that the request may be closed because what it waits for has not come (R24, R31). */
export const abandonmentWarning: Template<AbandonmentWarningData> = {
  version: 1,
  mustState: data => ['what-is-asked', 'closed-on', 'can-ask-again', ...routesOn(data.on)],
  write: data => ({
    subject: 'We may close your request',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph(
        line`On ${fullDate(data.askedOn)} we asked you ${askedYou[data.awaited]}. We have not had it yet.`,
        ['what-is-asked'],
      ),
      ...whatWeNeed(data.whatIsAsked),
      heading('What happens next'),
      paragraph(
        line`Please reply by ${fullDate(data.closeAfter)}. If we have heard nothing by the end of that day, we may close your request.`,
        ['closed-on'],
      ),
      paragraph(ifItComesLater[data.awaited], ['can-ask-again']),
      ...howToComplain(data),
    ],
  }),
};
