import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph } from '../document/block.js';
import type { AbandonmentData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { askedYou, ifItComesLater } from '../wording/awaited.js';
import { fullDate } from '../wording/dates.js';
import { whatYouAsked } from '../wording/request.js';

/** Tells that the request was closed because what it waited for never came, and how it can go on (R24, R31). */
export const abandonment: Template<AbandonmentData> = {
  version: 1,
  mustState: data => ['closed-on', 'refusal-reasons', 'can-ask-again', ...routesOn(data.on)],
  write: data => ({
    subject: 'We have closed your request',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph(line`We closed this request on ${fullDate(data.closedOn)}. We did not do what you asked.`, [
        'closed-on',
      ]),
      heading('Why'),
      paragraph(
        line`On ${fullDate(data.askedOn)} we asked you ${askedYou[data.awaited]}. We reminded you, but we have not had it.`,
        ['refusal-reasons'],
      ),
      heading('What happens next'),
      paragraph(ifItComesLater[data.awaited], ['can-ask-again']),
      ...howToComplain(data),
    ],
  }),
};
