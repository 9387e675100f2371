import { heading, paragraph, words } from '../document/block.js';
import type { WhichRecordData } from '../data/absolute-rights.js';
import type { Template } from '../template.js';
import { needed, whenReceived } from '../wording/request.js';

/** Asks what helps to find the right record; the marketing has stopped already, and nothing waits for the reply (R61). */
export const whichRecord: Template<WhichRecordData> = {
  version: 1,
  mustState: () => ['what-is-asked', 'nothing-waits'],
  write: data => ({
    subject: 'One question about your request',
    blocks: [
      paragraph(whenReceived(data)),
      paragraph('You told us to stop our marketing. We have stopped it where we know your details.'),
      heading('Our question'),
      words(needed('question', data.question), ['what-is-asked']),
      paragraph(
        'You do not have to reply. Nothing waits for it. Your reply helps us to find any other details we have.',
        ['nothing-waits'],
      ),
    ],
  }),
};
