import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph, words, type Line } from '../document/block.js';
import type { ExtensionData } from '../data/letter-data.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { needed, whatYouAsked } from '../wording/request.js';

const grounds: Readonly<Record<ExtensionData['ground'], string>> = {
  complexity: 'Your request is complex. The law then gives us up to two more months.',
  'number-of-requests': 'You have made a number of requests. The law then gives us up to two more months.',
};

function lastDay({ extendedDueDate }: ExtensionData): Line {
  return extendedDueDate === null
    ? line`We now have three months in all, not one. We cannot name the last day yet, since we wait for something from you. We will tell you when we have it. The time cannot be made longer again.`
    : line`The last day for our answer is now ${fullDate(extendedDueDate)}. It cannot be put off again. You do not need to do anything.`;
}

/** Tells, within the first month, that it needs up to two months more, and why (Art 12A(3)–(4); R12–R15). */
export const extension: Template<ExtensionData> = {
  version: 1,
  mustState: data => ['extension-reasons', 'extended-date', ...routesOn(data.on)],
  write: data => ({
    subject: 'We need more time for your request',
    blocks: [
      paragraph(whatYouAsked(data)),
      paragraph(
        data.dueDate === null
          ? 'We are sorry: we need more time to answer.'
          : line`We had until ${fullDate(data.dueDate)} to answer. We are sorry: we need more time.`,
      ),
      heading('Why we need more time'),
      paragraph(grounds[data.ground], ['extension-reasons']),
      words(needed('reasons', data.reasons), ['extension-reasons']),
      heading('What happens next'),
      ...(data.promisedOn === undefined
        ? []
        : [paragraph(line`We plan to answer you by ${fullDate(data.promisedOn)}.`)]),
      paragraph(lastDay(data), ['extended-date']),
      ...howToComplain(data),
    ],
  }),
};
