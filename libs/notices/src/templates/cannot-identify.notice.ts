import { howToComplain, routesOn } from '../complaint-routes.js';
import { heading, line, paragraph, words, type Block } from '../document/block.js';
import type { CannotIdentifyData } from '../data/rarer-ends.js';
import type { Template } from '../template.js';
import { needed, whenReceived } from '../wording/request.js';
import { whose } from '../wording/whose.js';

function whatWouldHelp(data: CannotIdentifyData): readonly Block[] {
  const { whatWouldHelp: help } = data;
  const use = `We will use it to find ${whose(data).their} data, and for nothing else.`;
  const title = 'What would help';
  if (help === undefined) {
    return [heading(title), paragraph(`If you can tell us more, please do. ${use}`, ['what-is-asked'])];
  }
  return [heading(title), words(help, ['what-is-asked']), paragraph(use)];
}

/** Tells the person that we cannot tell which data are theirs, and that they may send more (Art 11(2), 12(2)). */
export const cannotIdentify: Template<CannotIdentifyData> = {
  version: 2,
  mustState: data => ['cannot-identify', 'what-is-asked', 'clock-starts-on-arrival', ...routesOn(data.on)],
  write: data => ({
    subject: `We cannot find which data are ${whose(data).theirs}`,
    blocks: [
      paragraph(whenReceived(data)),
      paragraph(`We cannot tell which of the data we hold are about ${whose(data).them}. This is why:`, [
        'cannot-identify',
      ]),
      words(needed('reasons', data.reasons), ['cannot-identify']),
      ...whatWouldHelp(data),
      heading('What happens next'),
      paragraph('If you send us more, we have one month to answer from the day we get it.', [
        'clock-starts-on-arrival',
      ]),
      paragraph(line`You can also call ${data.organisation.phone}. You do not have to send us more.`),
      ...howToComplain(data),
    ],
  }),
};
