import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, paragraph, words, type Block } from '../document/block.js';
import type { AnswerData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { answerRecord, recordItems } from './duties/answer-record.js';
import { whichExemptions } from '../wording/exemptions.js';
import { howToGetIt } from '../wording/disclosure.js';
import { lateItems, whyLate } from '../wording/lateness.js';
import { leftOutForOthers, particularItems, whatMustBeSaid } from '../wording/particulars.js';
import { portableItems, whatIsPortable } from '../wording/portability.js';
import { needed, whatYouAsked } from '../wording/request.js';
import { whose } from '../wording/whose.js';

const leftOutItems = ['refusal-extent', 'refusal-reasons'] as const;

function whatWeDid(data: AnswerData): readonly Block[] {
  const leftOut = data.whatIsLeftOut;
  return [
    heading('What we did'),
    ...(data.extent === 'partly' ? [paragraph('This is our answer to part of what you asked.')] : []),
    words(needed('whatWeDid', data.whatWeDid), ['action-taken']),
    ...(data.record ? answerRecord(data.record, whose(data)) : []),
    ...(leftOut === undefined
      ? []
      : [heading('What we left out, and why'), words(needed('whatIsLeftOut', leftOut), leftOutItems)]),
  ];
}

function next({ extent, onlyReceives }: AnswerData): Block {
  return paragraph(
    extent === 'wholly'
      ? `We have now closed ${onlyReceives ? 'the' : 'your'} request. If you think that something is missing or wrong, please tell us.`
      : 'We will write to you about the rest, if we have not done so yet. If you think that something is wrong, please tell us.',
  );
}

function subjectOf({ extent, onlyReceives }: AnswerData): string {
  const request = onlyReceives ? 'a request that names you' : 'your request';
  return `Our answer to ${extent === 'wholly' ? request : `part of ${request}`}`;
}

/** Goes with the answer, whole or in part (Art 12(3)–(4); a refusal of the rest has its own letter; for access also Art 15(1)(ea)–(f): the routes; R31, R36, R56). */
export const answer: Template<AnswerData> = {
  version: 3,
  mustState: data => [
    'action-taken',
    ...(data.record ? recordItems(data.record) : []),
    ...(data.whatIsLeftOut === undefined ? [] : leftOutItems),
    ...particularItems(data.particulars),
    ...portableItems(data),
    ...lateItems(data),
    ...routesOn(data.on),
  ],
  write: data => ({
    subject: subjectOf(data),
    blocks: [
      paragraph(whatYouAsked(data)),
      ...whatWeDid(data),
      ...whatMustBeSaid(data.particulars, whose(data)),
      ...leftOutForOthers(data.leavesOutOthers),
      ...whatIsPortable(data, whose(data)),
      ...whichExemptions(data.exemptions),
      ...howToGetIt(data.disclosure),
      ...whyLate(data),
      heading('What happens next'),
      next(data),
      ...howToComplain(data),
    ],
  }),
};
