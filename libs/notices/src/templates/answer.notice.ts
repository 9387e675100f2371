import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, paragraph, words, type Block } from '../document/block.js';
import type { AnswerData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { lateItems, whyLate } from '../wording/lateness.js';
import { needed, whatYouAsked } from '../wording/request.js';

const leftOutItems = ['refusal-extent', 'refusal-reasons'] as const;

function whatWeDid(data: AnswerData): readonly Block[] {
  const done = needed('whatWeDid', data.whatWeDid);
  if (data.extent === 'wholly') return [heading('What we did'), words(done, ['action-taken'])];
  if (data.whatIsLeftOut === undefined) {
    return [
      heading('What we did, what we left out, and why'),
      paragraph('We did part of what you asked.'),
      words(done, ['action-taken', ...leftOutItems]),
    ];
  }
  return [
    heading('What we did'),
    words(done, ['action-taken']),
    heading('What we left out, and why'),
    words(needed('whatIsLeftOut', data.whatIsLeftOut), leftOutItems),
  ];
}

/** Goes with the answer, whole or in part (Art 12(3)–(4); for access also Art 15(1)(ea)–(f): the routes; R31, R36, R56). */
export const answer: Template<AnswerData> = {
  version: 1,
  mustState: data => [
    'action-taken',
    ...(data.extent === 'partly' ? leftOutItems : []),
    ...lateItems(data),
    ...routesOn(data.on),
  ],
  write: data => ({
    subject: data.extent === 'wholly' ? 'Our answer to your request' : 'Our answer to part of your request',
    blocks: [
      paragraph(whatYouAsked(data)),
      ...whatWeDid(data),
      ...whyLate(data),
      heading('What happens next'),
      paragraph(
        'We have now closed your request. If you think that something is missing or wrong, please tell us.',
      ),
      ...howToComplain(data),
    ],
  }),
};
