import type { CaseRight } from '@duly/case';
import { website } from '../complaint-routes.js';
import { line, list, paragraph, type Block, type Line } from '../document/block.js';
import type { AlarmToHandlerData } from '../data/letter-data.js';
import type { ToStaff } from '../data/to-staff.js';
import { fullDate } from './dates.js';

/** Of the rights, as letters to staff name them. */
export const rightNames: Readonly<Record<CaseRight, string>> = {
  access: 'access',
  rectification: 'correction',
  erasure: 'erasure',
  restriction: 'restriction',
  portability: 'portability',
  objection: 'objection',
  objection_direct_marketing: 'objection to marketing',
  adm_22c: 'automated decision',
  complaint: 'complaint',
};

/** Which case, without a word about the person it is about. */
export function theCase(data: ToStaff): readonly Block[] {
  return [
    list([
      line`Case: ${data.reference}`,
      line`Right: ${rightNames[data.right]}`,
      line`Received: ${fullDate(data.receivedOn)}`,
    ]),
    ...(data.page === undefined ? [] : [paragraph(line`Open the case: ${website(data.page)}`)]),
  ];
}

function whyOfComplaint({ because, dueDate }: AlarmToHandlerData): Line {
  const date = fullDate(dueDate);
  return because === 'date-moved-earlier'
    ? line`A public holiday has changed. So the last day to tell the person that we have their complaint is now earlier: ${date}.`
    : line`The last day to tell the person that we have their complaint was ${date}. They have not been told.`;
}

function whyOfRequest({ because, dueDate, respondedOn }: AlarmToHandlerData): Line {
  const date = fullDate(dueDate);
  switch (because) {
    case 'due-date-passed':
      return respondedOn === undefined
        ? line`The last day for an answer was ${date}. No answer has been given.`
        : line`The last day for an answer was ${date}. One was given on ${fullDate(respondedOn)}. Since then the case was opened again, and it waits for an answer.`;
    case 'extension-fell-away':
      return line`The letter that asked for more time was not given by its last day. So there is no more time. The last day for an answer is ${date}.`;
    case 'notice-came-back':
      return line`A letter about the time for the answer came back to us, and nobody has sent it again. If the person never had it, the last day for an answer was ${date}.`;
    case 'date-moved-earlier':
      return line`A public holiday has changed. So the last day for an answer is now earlier: ${date}.`;
  }
}

/** Why there is an alarm. */
export function whatHappened(data: AlarmToHandlerData): Block {
  return paragraph(data.right === 'complaint' ? whyOfComplaint(data) : whyOfRequest(data), ['answer-by']);
}

/** What the handler is asked to do about it. */
export function whatToDo({ because, right, respondedOn }: AlarmToHandlerData): Block {
  if (because === 'date-moved-earlier')
    return paragraph(
      'Please plan by this date from now on. A later date that the person was told is no longer the last day.',
    );
  if (because === 'notice-came-back')
    return paragraph(
      'Please send the letter again now, by post or by hand, and record when. Please answer as soon as you can: do not rely on the later date.',
    );
  if (right === 'complaint')
    return paragraph(
      'Please tell them now. If they were told in time, record when, and the alarm goes away. If it is late, note why.',
    );
  if (respondedOn !== undefined) return paragraph('Please give the person now what is still missing.');
  return paragraph(
    'Please answer it now. If it was answered in time, record when, and the alarm goes away. If it is late, note why.',
  );
}
