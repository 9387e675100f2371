import type { Channel } from '@duly/case';
import { routesOn, howToComplain } from '../complaint-routes.js';
import { heading, line, list, paragraph, words, type Block } from '../document/block.js';
import type { AcknowledgementData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { askedFor } from '../wording/rights.js';
import { isForAnother, whenReceived } from '../wording/request.js';
import { seenLate } from '../wording/seen-late.js';

const toldUs: Readonly<Record<Channel, string | undefined>> = {
  email: undefined,
  post: undefined,
  'web-form': undefined,
  'in-person': 'You told us what you want in person.',
  telephone: 'You told us what you want by phone.',
  'social-media': 'You told us what you want on social media.',
  other: undefined,
};

function understanding(data: AcknowledgementData): readonly Block[] {
  const channel = toldUs[data.channel];
  const noted = data.wordsNoted;
  return [
    paragraph(whenReceived(data), ['receipt-date']),
    ...(channel === undefined ? [] : [paragraph(`${channel} This letter confirms what we understood.`)]),
    paragraph('You asked us to:'),
    list(
      data.rights.map(right => line`${askedFor(right, isForAnother(data))}`),
      ['understanding'],
    ),
    ...seenLate(data.origin),
    ...(noted === undefined ? [] : [paragraph('These are the words we noted:'), words(noted)]),
    paragraph('If we got this wrong, please tell us as soon as you can.'),
  ];
}

/** R61 — nothing is claimed that is not so: without an address or number there is nothing to put on the list. */
const notStopped = (data: AcknowledgementData): readonly Block[] => [
  paragraph(
    isForAnother(data)
      ? 'We could not stop our marketing yet. We do not know at which email address, phone number or postal address they get it. Please tell us, if you can. We will look in our records too. As soon as we have found it, we will stop, and write to you.'
      : 'We could not stop our marketing yet. We do not know at which email address, phone number or postal address you get it. Please tell us, if you can. We will look in our records too. As soon as we have found it, we will stop, and write to you.',
    ['marketing-not-stopped-yet'],
  ),
];

function next(data: AcknowledgementData): readonly Block[] {
  return [
    heading('What happens next'),
    data.dueDate === null
      ? paragraph(
          'We are looking at your request now. We will write again soon to tell you when we will answer.',
          ['answer-by'],
        )
      : paragraph(
          line`We will answer as soon as we can. The last day for our answer is ${fullDate(data.dueDate)}. If that day has to change, we will write to you and say why.`,
          ['answer-by'],
        ),
    ...(data.unlisted ? notStopped(data) : [paragraph('You do not need to do anything now.')]),
  ];
}

/** Confirms receipt and what was understood (R46). A complaint and an objection to marketing have letters of their own. */
export const acknowledgement: Template<AcknowledgementData> = {
  version: 2,
  mustState: data => [
    'receipt-date',
    'understanding',
    'answer-by',
    ...(data.unlisted ? (['marketing-not-stopped-yet'] as const) : []),
    ...routesOn(data.on),
  ],
  write: data => ({
    subject: 'We have received your request',
    blocks: [...understanding(data), ...next(data), ...howToComplain(data)],
  }),
};
