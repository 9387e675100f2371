import type { TransferData } from '../data/letter-data.js';
import { line, paragraph, type Block } from '../document/block.js';
import type { Template } from '../template.js';
import { fullDate } from '../wording/dates.js';
import { whatYouAsked } from '../wording/request.js';

const whole = ({ dueDate }: TransferData): readonly Block[] =>
  dueDate === null
    ? []
    : [paragraph(line`You will have our whole answer by ${fullDate(dueDate)}.`, ['answer-by'])];

const received = (data: TransferData): readonly Block[] => [
  paragraph(line`We sent the data straight to ${data.receiver}, as you asked. They have it.`, [
    'transfer-decided',
  ]),
  paragraph(
    'We made sure that what they have is just what we sent. They now look at what they need. They should delete the rest, and tell you what they keep.',
  ),
  paragraph('Would you like to have the files too? Tell us, and we will send you a link.'),
];

const offered = (data: TransferData): readonly Block[] => [
  paragraph(
    line`You asked us to send the data straight to ${data.receiver}. We have tried. They have not taken it so far.`,
    ['transfer-decided'],
  ),
  paragraph(
    'You do not have to wait for them. You can have the files from us, by a link, and pass them on. We will send you the link with our answer. If you want it sooner, or in another way, tell us now.',
    ['portable-data'],
  ),
];

/** UK GDPR Art 20(2) — the person hears that the other controller has it, or that they need not wait for it. */
export const transfer: Template<TransferData> = {
  version: 1,
  mustState: ({ told, dueDate }) => [
    'transfer-decided',
    ...(told === 'offered' ? (['portable-data'] as const) : []),
    ...(dueDate === null ? [] : (['answer-by'] as const)),
  ],
  write: data => ({
    subject: data.told === 'received' ? 'Your data has arrived' : 'You can have your data from us',
    blocks: [
      paragraph(whatYouAsked(data)),
      ...(data.told === 'received' ? received(data) : offered(data)),
      ...whole(data),
    ],
  }),
};
