import { routesOn, howToComplain, mailTo } from '../complaint-routes.js';
import { heading, line, paragraph, words, type Block } from '../document/block.js';
import type { FeeData } from '../data/letter-data.js';
import type { LetterItem } from '../letter-item.js';
import type { Template } from '../template.js';
import { amountInWords } from '../wording/amount.js';
import { fullDate } from '../wording/dates.js';
import { needed, whatYouAsked } from '../wording/request.js';
import { waiting } from '../wording/waiting.js';

function why(data: FeeData): string {
  if (data.basis === '15(3)')
    return 'Your first copy is free. You asked for more copies, and we may charge for those.';
  return data.assessment === 'manifestly-unfounded'
    ? 'Most requests are free. We may ask for a fee when it is clear that a request is not a real use of this right. The law calls this “manifestly unfounded”.'
    : 'Most requests are free. We may ask for a fee when a request clearly asks for far too much. The law calls this “manifestly excessive”.';
}

function howToPay({ howToPay: way, organisation }: FeeData): Block {
  return way === undefined
    ? paragraph(
        line`Call ${organisation.phone} or write to ${mailTo(organisation.email)}. We will tell you how.`,
      )
    : words(needed('howToPay', way));
}

function howCalculated({ calculation, estimated }: FeeData): readonly Block[] {
  if (calculation === undefined) return [];
  const calculated = words(needed('calculation', calculation), ['fee-calculation']);
  if (estimated === undefined) return [paragraph('This is how we worked it out:'), calculated];
  return [
    paragraph('This is how we worked out what it costs us:'),
    calculated,
    paragraph(line`That comes to ${amountInWords(estimated)}. We ask you for less.`, ['fee-calculation']),
  ];
}

function effect(data: FeeData): readonly Block[] {
  if (data.basis === '12(5)') {
    return [
      paragraph(
        'We do not have to act on your request until you have paid. We have one month to answer from the day you pay.',
        ['fee-before-work'],
      ),
      paragraph('You can also change your request, or take it back. Then there is nothing to pay.'),
      ...waiting(data.waitUntil),
    ];
  }
  const until =
    data.dueDate === null ? line`` : line` The last day for it is still ${fullDate(data.dueDate)}.`;
  return [
    paragraph(
      ['This fee does not change when we must answer your request.', ...until],
      ['fee-moves-nothing'],
    ),
    paragraph('We will send the extra copies once you have paid.'),
  ];
}

function mustState(data: FeeData): readonly LetterItem[] {
  const effectItem = data.basis === '12(5)' ? 'fee-before-work' : 'fee-moves-nothing';
  const calculated = data.calculation === undefined ? [] : (['fee-calculation'] as const);
  return ['fee-reasons', 'fee-amount', ...calculated, effectItem, ...routesOn(data.on)];
}

/** Asks for a fee: Art 12(5), with its reasons, or Art 15(3), for further copies (R23, R31, R49). */
export const fee: Template<FeeData> = {
  version: 1,
  mustState,
  write: data => ({
    subject: 'There is a fee to pay for your request',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph(
        line`The fee is ${amountInWords(data.amount)}. It covers no more than what the work costs us.`,
        ['fee-amount'],
      ),
      ...howCalculated(data),
      heading('Why there is a fee'),
      paragraph(why(data), ['fee-reasons']),
      words(needed('reasons', data.reasons), ['fee-reasons']),
      heading('How to pay'),
      howToPay(data),
      heading('What happens next'),
      ...effect(data),
      ...howToComplain(data),
    ],
  }),
};
