import { howToComplain, routesOn } from '../../complaint-routes.js';
import type { RestrictionLiftingData } from '../../data/duties-data.js';
import { heading, paragraph, words } from '../../document/block.js';
import type { Template } from '../../template.js';
import { needed, whatYouAsked } from '../../wording/request.js';

/** Tells the person before a restriction ends: without this letter it does not (Art 18(3); R39). */
export const restrictionLifting: Template<RestrictionLiftingData> = {
  version: 1,
  mustState: data => ['told-before-lifting', 'lifting-reasons', ...routesOn(data.on)],
  write: data => ({
    subject: 'We will use limited data again',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph('We have limited how we use this data:'),
      words(needed('what', data.what)),
      paragraph('We will now end this limit. After that we can use the data as we did before.', [
        'told-before-lifting',
      ]),
      heading('Why'),
      words(needed('reasons', data.reasons), ['lifting-reasons']),
      heading('What you can do'),
      paragraph('If you think that we should not do this, please tell us as soon as you can.'),
      ...howToComplain(data),
    ],
  }),
};
