import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph, words } from '../document/block.js';
import type { ClarificationData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { plainDate } from '../wording/dates.js';
import { needed, whatYouAsked } from '../wording/request.js';
import { waiting } from '../wording/waiting.js';

/** Asks which information a request for access is about; the clock stops meanwhile (Art 12A(5); R26–R29). */
export const clarification: Template<ClarificationData> = {
  version: 1,
  mustState: data => [
    'why-clarification',
    'what-is-asked',
    'clock-stops',
    'clarification-can-be-declined',
    ...routesOn(data.on),
  ],
  write: data => ({
    subject: 'Please tell us more about what you are looking for',
    blocks: [
      paragraph(whatYouAsked(data)),
      heading('Why we ask'),
      words(needed('reasons', data.reasons), ['why-clarification']),
      heading('What we need from you'),
      words(needed('whatIsAsked', data.whatIsAsked), ['what-is-asked']),
      heading('What happens next'),
      paragraph(
        line`The time we have to answer stops today, ${plainDate(data.on)}. It goes on the day after you reply. So the sooner you reply, the sooner we can answer.`,
        ['clock-stops'],
      ),
      paragraph(
        'You do not have to tell us more. If you would rather not, just say so. We will then make a fair search for all that you asked for.',
        ['clarification-can-be-declined'],
      ),
      ...waiting(data.waitUntil),
      ...howToComplain(data),
    ],
  }),
};
