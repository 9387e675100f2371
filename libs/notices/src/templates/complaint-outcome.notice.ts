import { outsideRoutesOn, whereElseToComplain } from '../complaint-routes.js';
import { heading, line, paragraph, words } from '../document/block.js';
import type { ComplaintOutcomeData } from '../data/absolute-rights.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { lateItems, whyLate } from '../wording/lateness.js';
import { needed } from '../wording/request.js';

const found: Readonly<Record<ComplaintOutcomeData['finding'], string>> = {
  upheld: 'You were right to complain.',
  'partly-upheld': 'You were right about part of it.',
  'not-upheld': 'We found that we did nothing wrong.',
};

/** Gives the outcome of a complaint (DPA 2018 s.164A(4)(b); R52), and where the person can go with it (s.165). */
export const complaintOutcome: Template<ComplaintOutcomeData> = {
  version: 1,
  mustState: data => ['complaint-outcome', ...lateItems(data), ...outsideRoutesOn(data.on)],
  write: data => ({
    subject: 'The outcome of your complaint',
    blocks: [
      paragraph(line`We have looked into the complaint that we received on ${fullDate(data.receivedOn)}.`),
      heading('What we found'),
      paragraph(found[data.finding]),
      words(needed('whatWeFound', data.whatWeFound), ['complaint-outcome']),
      ...whyLate(data),
      paragraph('We have now closed your complaint.'),
      ...whereElseToComplain(data),
    ],
  }),
};
