import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph } from '../document/block.js';
import type { DeathData } from '../data/rarer-ends.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { whatYouAsked } from '../wording/request.js';

/** To whoever acted for the person: the law protects the data of the living (R35). */
export const death: Template<DeathData> = {
  version: 1,
  mustState: data => ['closed-on', 'can-ask-again', ...routesOn(data.on)],
  write: data => ({
    subject: 'We have closed this request',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph('We were sorry to learn that the person you acted for has died.'),
      paragraph(
        line`The law on personal data is about living people. So we have closed this request, as of ${fullDate(data.closedOn)}.`,
        ['closed-on'],
      ),
      heading('What happens next'),
      paragraph(
        'You do not need to do anything. Other laws may let you see some records of a person who has died. If we got this wrong, please tell us, and we will go on at once.',
        ['can-ask-again'],
      ),
      ...howToComplain(data),
    ],
  }),
};
