import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph } from '../document/block.js';
import type { ReminderToRequesterData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { askedYou, whatWeNeed, meanwhile } from '../wording/awaited.js';
import { fullDate } from '../wording/dates.js';
import { whatYouAsked } from '../wording/request.js';
import { waiting } from '../wording/waiting.js';

/** Reminds of what was asked and has not come (R24, R29). */
export const reminderToRequester: Template<ReminderToRequesterData> = {
  version: 1,
  mustState: data => ['what-is-asked', ...routesOn(data.on)],
  write: data => ({
    subject: 'A reminder: we are waiting for your reply',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph(
        line`On ${fullDate(data.askedOn)} we asked you ${askedYou[data.awaited]}. We have not had it yet. If you have sent it, please ignore this letter.`,
        ['what-is-asked'],
      ),
      ...whatWeNeed(data.whatIsAsked),
      heading('What happens next'),
      paragraph(meanwhile[data.awaited]),
      ...waiting(data.waitUntil),
      ...howToComplain(data),
    ],
  }),
};
