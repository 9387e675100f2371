import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph, words } from '../document/block.js';
import type { FeeRefundData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { amountInWords } from '../wording/amount.js';
import { needed, whatYouAsked } from '../wording/request.js';

const paidBack: Template<FeeRefundData>['write'] = data => ({
  subject: 'We are paying back your fee',
  blocks: [
    paragraph(whatYouAsked(data)),
    paragraph(
      data.amount === undefined
        ? 'You paid a fee. We are paying it back to you.'
        : line`You paid a fee. We are paying ${amountInWords(data.amount)} back to you.`,
      ['fee-amount'],
    ),
    heading('Why we pay it back'),
    words(needed('reasons', data.reasons), ['fee-reasons']),
    heading('What happens next'),
    paragraph('You will get the money in the way in which you paid. If it does not arrive, please tell us.'),
    ...howToComplain(data),
  ],
});

const nothingToPay: Template<FeeRefundData>['write'] = data => ({
  subject: 'There is no fee to pay for your request',
  blocks: [
    paragraph(whatYouAsked(data)),
    paragraph(
      data.amount === undefined
        ? 'We asked you for a fee. You do not have to pay it.'
        : line`We asked you for a fee of ${amountInWords(data.amount)}. You do not have to pay it.`,
      ['fee-amount'],
    ),
    heading('Why there is no fee'),
    words(needed('reasons', data.reasons), ['fee-reasons']),
    heading('What happens next'),
    paragraph(
      'We no longer wait for a payment. If you have paid already, please tell us and we will pay it back.',
    ),
    ...howToComplain(data),
  ],
});

/** Tells that a fee is paid back, or need not be paid, and why. */
export const feeRefund: Template<FeeRefundData> = {
  version: 1,
  mustState: data => ['fee-amount', 'fee-reasons', ...routesOn(data.on)],
  write: data => (data.isUnpaid === true ? nothingToPay(data) : paidBack(data)),
};
