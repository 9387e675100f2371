import type { CaseRight } from '@duly/case';
import { website } from '../complaint-routes.js';
import { line, list, paragraph, type Block } from '../document/block.js';
import type { AlarmToHandlerData, ToStaff } from '../data/letter-data.js';
import { fullDate } from './dates.js';

const names: Readonly<Record<CaseRight, string>> = {
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
      line`Right: ${names[data.right]}`,
      line`Received: ${fullDate(data.receivedOn)}`,
    ]),
    ...(data.page === undefined ? [] : [paragraph(line`Open the case: ${website(data.page)}`)]),
  ];
}

/** Why there is an alarm. */
export function whatHappened({ because, dueDate, right }: AlarmToHandlerData): Block {
  const date = fullDate(dueDate);
  if (right === 'complaint') {
    return paragraph(
      line`The last day to tell the person that we have their complaint was ${date}. They have not been told.`,
      ['answer-by'],
    );
  }
  const said = {
    'due-date-passed': line`The last day for an answer was ${date}. No answer has been given.`,
    'extension-fell-away': line`The letter that asked for more time was not given by its last day. So there is no more time. The last day for an answer is ${date}.`,
    'date-moved-earlier': line`A public holiday has changed. So the last day for an answer is now earlier: ${date}.`,
  };
  return paragraph(said[because], ['answer-by']);
}
