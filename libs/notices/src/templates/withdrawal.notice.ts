import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph } from '../document/block.js';
import type { WithdrawalData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { isForAnother, whatYouAsked } from '../wording/request.js';

/** R61(7) — taking the objection back is no consent: marketing begins again by the person's own later act alone. */
const staysStopped = (data: WithdrawalData): string =>
  isForAnother(data)
    ? 'The marketing that we have stopped stays stopped. It starts again only if they ask us for it.'
    : 'The marketing that we have stopped stays stopped. It starts again only if you ask us for it.';

/** Confirms that the person took the request back; no pressure either way (R35). */
export const withdrawal: Template<WithdrawalData> = {
  version: 1,
  mustState: data => [
    'closed-on',
    'can-ask-again',
    ...(data.right === 'objection_direct_marketing' ? (['marketing-stays-stopped'] as const) : []),
    ...routesOn(data.on),
  ],
  write: data => ({
    subject: 'You took back your request',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph(
        line`On ${fullDate(data.withdrawnOn)} you told us that you take this request back. We have closed it.`,
        ['closed-on'],
      ),
      heading('What happens next'),
      ...(data.right === 'objection_direct_marketing'
        ? [paragraph(staysStopped(data), ['marketing-stays-stopped'])]
        : []),
      paragraph(
        'You do not need to do anything. If you did not mean to take it back, please tell us. You can ask again at any time.',
        ['can-ask-again'],
      ),
      ...howToComplain(data),
    ],
  }),
};
