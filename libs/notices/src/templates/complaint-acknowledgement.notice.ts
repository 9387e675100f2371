import { heading, line, paragraph, words, type Block } from '../document/block.js';
import type { ComplaintAcknowledgementData } from '../data/absolute-rights.js';
import { outsideRoutesOn, whereElseToComplain } from '../complaint-routes.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { seenLate } from '../wording/seen-late.js';

function received(data: ComplaintAcknowledgementData): readonly Block[] {
  const { actingFor, receivedOn, wordsNoted } = data;
  return [
    paragraph(
      actingFor === undefined
        ? line`We received your complaint on ${fullDate(receivedOn)}.`
        : line`We received your complaint for ${actingFor} on ${fullDate(receivedOn)}.`,
      ['receipt-date', 'complaint-received'],
    ),
    ...seenLate(data.origin),
    ...(wordsNoted === undefined
      ? []
      : [
          paragraph('These are the words we noted. If we got this wrong, please tell us as soon as you can:'),
          words(wordsNoted),
        ]),
  ];
}

/** Confirms that a complaint was received, and when (DPA 2018 s.164A(3); R50). */
export const complaintAcknowledgement: Template<ComplaintAcknowledgementData> = {
  version: 1,
  mustState: data => ['receipt-date', 'complaint-received', ...outsideRoutesOn(data.on)],
  write: data => ({
    subject: 'We have received your complaint',
    blocks: [
      ...received(data),
      heading('What happens next'),
      paragraph(
        'We are looking into it now. We will write to you about how it goes, and then tell you what we found.',
      ),
      paragraph('You do not need to do anything now. It costs you nothing.'),
      ...whereElseToComplain(data),
    ],
  }),
};
