import { howToComplain, routesOn } from '../../complaint-routes.js';
import type { DecisionExplainedData } from '../../data/duties-data.js';
import { heading, list, paragraph, words } from '../../document/block.js';
import type { Template } from '../../template.js';
import { needed, whatYouAsked } from '../../wording/request.js';
import { whose } from '../../wording/whose.js';

/** Tells the person about an automated decision, and of the safeguards (Art 22C(2)(a)–(d); R44). */
export const decisionExplained: Template<DecisionExplainedData> = {
  version: 2,
  mustState: data => ['decision-information', 'decision-safeguards', ...routesOn(data.on)],
  write: data => ({
    subject: 'What a computer decided, and what you can do',
    blocks: [
      paragraph(whatYouAsked(data)),
      heading('What was decided, and how'),
      paragraph(`A computer made this choice about ${whose(data).them}, with no person taking part:`),
      words(needed('information', data.information), ['decision-information']),
      heading('What you can do'),
      list(
        [
          `Tell us what ${whose(data).they} think of it. Send us what we should look at.`,
          'Have a person look at it. You have asked for this: we will do so, and write to you.',
          `Tell us that ${whose(data).they} do not accept it, and why.`,
        ],
        ['decision-safeguards'],
      ),
      paragraph('Please write to us soon, so that we can take what you say into account.'),
      ...howToComplain(data),
    ],
  }),
};
