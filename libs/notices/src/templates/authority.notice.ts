import { routesOn, howToComplain } from '../complaint-routes.js';
import { heading, line, paragraph, words, type Block } from '../document/block.js';
import type { AuthorityData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { itemOfMonth, whenTheMonthRuns } from '../wording/asked-late.js';
import { waiting } from '../wording/waiting.js';
import { needed, whenReceived } from '../wording/request.js';

function whatWeAsk(data: AuthorityData): readonly Block[] {
  if (data.ask === 'again') {
    return [
      heading('What is still missing'),
      paragraph('Thank you for what you sent. It does not yet show that you may act for this person:'),
      words(needed('whatIsMissing', data.whatIsMissing), ['what-is-asked']),
    ];
  }
  return [
    heading('What we need from you'),
    words(needed('whatIsAsked', data.whatIsAsked), ['what-is-asked']),
  ];
}

/** Asks somebody who acts for another to show that they may (R22, R47). */
export const authority: Template<AuthorityData> = {
  version: 1,
  mustState: data => ['authority-needed', 'what-is-asked', itemOfMonth(data), ...routesOn(data.on)],
  write: data => ({
    subject: 'Please show us that you may act for this person',
    blocks: [
      paragraph(whenReceived(data)),
      heading('Why we ask'),
      paragraph(
        'You may ask for somebody else, if they want you to. We must not give or change personal data before we have seen that they do.',
        ['authority-needed'],
      ),
      ...whatWeAsk(data),
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
