import { heading, line, paragraph, words } from '../document/block.js';
import type { ComplaintProgressData } from '../data/absolute-rights.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { needed } from '../wording/request.js';

/** Tells how the enquiries into a complaint stand (DPA 2018 s.164A(5)(b); R52). */
export const complaintProgress: Template<ComplaintProgressData> = {
  version: 1,
  mustState: () => ['complaint-progress'],
  write: data => ({
    subject: 'How your complaint is going',
    blocks: [
      paragraph(line`We are looking into the complaint that we received on ${fullDate(data.receivedOn)}.`),
      heading('How it stands'),
      words(needed('howItStands', data.howItStands), ['complaint-progress']),
      paragraph('We will write again when there is more to tell, and when we have finished.'),
    ],
  }),
};
