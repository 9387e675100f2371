import type { DisclosureData } from '../data/letter-data.js';
import { paragraph } from '../document/block.js';
import type { Template } from '../template.js';
import { howToGetIt } from '../wording/disclosure.js';
import { whatYouAsked } from '../wording/request.js';

/** The copy by a new link, or by another way than was said: the answer itself stands. */
export const disclosure: Template<DisclosureData> = {
  version: 1,
  mustState: () => [],
  write: data => ({
    subject: 'Your copy',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph('This letter tells you how to get the copy of the data. An earlier link no longer works.'),
      ...howToGetIt(data.disclosure),
    ],
  }),
};
