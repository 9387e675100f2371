import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, list, paragraph, type Block } from '../document/block.js';
import type { MarketingStoppedData } from '../data/absolute-rights.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { isForAnother, whenReceived } from '../wording/request.js';
import { seenLate } from '../wording/seen-late.js';

const ways = { email: 'email', phone: 'phone, calls and texts', post: 'post' } as const;

function stopped(data: MarketingStoppedData): readonly Block[] {
  const whose = isForAnother(data) ? 'their' : 'your';
  if (data.stopFor === undefined) {
    return [
      paragraph(
        line`We have stopped using ${whose} personal data for marketing. This covers every way in which we send it.`,
        ['marketing-stopped', 'marketing-channels'],
      ),
    ];
  }
  return [
    paragraph(line`We have stopped using ${whose} personal data for marketing, as you asked, by:`, [
      'marketing-stopped',
    ]),
    list(
      data.stopFor.map(channel => ways[channel]),
      ['marketing-channels'],
    ),
  ];
}

/** Confirms that marketing has stopped, by which channels, and what is kept for that (UK GDPR Art 21(3); R61). */
export const marketingStopped: Template<MarketingStoppedData> = {
  version: 1,
  mustState: data => [
    'receipt-date',
    'marketing-stopped',
    'marketing-channels',
    'suppression-kept',
    ...routesOn(data.on),
  ],
  write: data => ({
    subject: 'We have stopped our marketing',
    blocks: [
      paragraph(whenReceived(data), ['receipt-date']),
      ...seenLate(data.origin),
      ...stopped(data),
      heading('What we keep'),
      paragraph(
        'We keep a few coded details on a list of people we must not send marketing to. We need them so that it does not start again. We use them for nothing else, and keep them even if you ask us to delete your data.',
        ['suppression-kept'],
      ),
      heading('What happens next'),
      paragraph(
        data.dueDate === null
          ? line`We are telling those who send it for us. We will write once more when that is done.`
          : line`We are telling those who send it for us. We will write once more when that is done, by ${fullDate(data.dueDate)} at the latest.`,
      ),
      paragraph(
        'We may still write to you about services you use. There will be no marketing in those letters.',
      ),
      ...howToComplain(data),
    ],
  }),
};
