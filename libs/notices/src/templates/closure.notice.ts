import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph } from '../document/block.js';
import type { ClosureData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { whatYouAsked } from '../wording/request.js';

const outcomes: Readonly<Record<ClosureData['outcome'], string>> = {
  answered: 'We have answered it.',
  refused: 'We wrote to you to say why we could not do it.',
  withdrawn: 'You took it back.',
  abandoned: 'We did not get what we needed to go on.',
};

/** Confirms that a request is closed. */
export const closure: Template<ClosureData> = {
  version: 1,
  mustState: data => ['closed-on', 'can-ask-again', ...routesOn(data.on)],
  write: data => ({
    subject: 'Your request is closed',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph(line`We closed this request on ${fullDate(data.closedOn)}. ${outcomes[data.outcome]}`, [
        'closed-on',
      ]),
      heading('What happens next'),
      paragraph(
        'You do not need to do anything. If something is wrong, please tell us. You can ask again at any time.',
        ['can-ask-again'],
      ),
      ...howToComplain(data),
    ],
  }),
};
