import { routesOn, howToComplain } from '../complaint-routes.js';
import { heading, line, paragraph, words, type Block } from '../document/block.js';
import type { IdentityData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { itemOfMonth, whenTheMonthRuns } from '../wording/asked-late.js';
import { waiting } from '../wording/waiting.js';
import { needed, whenReceived } from '../wording/request.js';

function whatWeAsk(data: IdentityData): readonly Block[] {
  if (data.ask === 'again') {
    return [
      heading('What is still missing'),
      paragraph('Thank you for what you sent. It does not yet show who you are:'),
      words(needed('whatIsMissing', data.whatIsMissing), ['doubts', 'what-is-asked']),
    ];
  }
  return [
    heading('Why we ask'),
    words(needed('doubts', data.doubts), ['doubts']),
    heading('What we need from you'),
    words(needed('whatIsAsked', data.whatIsAsked), ['what-is-asked']),
  ];
}

/** Asks for information that confirms who is asking (Art 12(6); R21, R31). */
export const identity: Template<IdentityData> = {
  version: 1,
  mustState: data => ['doubts', 'what-is-asked', itemOfMonth(data), ...routesOn(data.on)],
  write: data => ({
    subject: 'Please help us check who you are',
    blocks: [
      paragraph(whenReceived(data)),
      paragraph(
        'Before we act on it, we need to be sure who you are. We must not give or change personal data for the wrong person.',
      ),
      ...whatWeAsk(data),
      paragraph('We will use what you send only to check who you are.'),
      heading('What happens next'),
      whenTheMonthRuns(data),
      ...waiting(data.waitUntil),
      paragraph(
        line`If you cannot send this, call ${data.organisation.phone}. We will look for another way.`,
      ),
      ...howToComplain(data),
    ],
  }),
};
