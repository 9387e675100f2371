import { howToComplain, routesOn } from '../../complaint-routes.js';
import type { RecipientsData } from '../../data/duties-data.js';
import { heading, line, list, paragraph, type Block } from '../../document/block.js';
import type { Template } from '../../template.js';
import { needed, whatYouAsked } from '../../wording/request.js';

const outcomes = {
  told: 'We have told them what we did.',
  impossible: 'We could not tell them what we did.',
  disproportionate: 'To tell them what we did would take far too much work.',
} as const;

function whoTheyAre({ recipients }: RecipientsData): Block {
  if (recipients.length === 0) {
    return paragraph('We did not share this data with anyone else.', ['recipients']);
  }
  return list(
    recipients.map(
      ({ name, outcome }) =>
        line`${needed('name', name)}. ${outcome === undefined ? 'We will tell them what we did.' : outcomes[outcome]}`,
    ),
    ['recipients'],
  );
}

/** Tells the person who asks with whom the data was shared (Art 19; R45). */
export const recipients: Template<RecipientsData> = {
  version: 1,
  mustState: data => ['recipients', ...routesOn(data.on)],
  write: data => ({
    subject: 'Who we shared the data with',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph('You then asked us who we had shared this data with.'),
      heading('Who we shared it with'),
      whoTheyAre(data),
      ...howToComplain(data),
    ],
  }),
};
