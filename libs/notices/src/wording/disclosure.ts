import type { DisclosureTold } from '../data/answer-data.js';
import { heading, line, list, paragraph, type Block, type Line } from '../document/block.js';
import { plainDate } from './dates.js';

const password = 'The archive has a password. We tell it to you in another way than this letter.';

const codes = {
  phone: 'You also need a code. We ring you at the number that we hold and tell you the code.',
  post: 'You also need a code. We send it to you by post.',
} as const;

function byLink({
  url,
  until,
  uses,
  codeBy,
  hasPassword,
}: Extract<DisclosureTold, { way: 'link' }>): readonly Block[] {
  const points: Line[] = [
    line`The link works until ${plainDate(until)}. If it has ended, ask us for a new one.`,
    line`You can fetch the copy ${uses === 1 ? 'once' : `${uses} times`}.`,
    ...(codeBy ? [line`${codes[codeBy]}`] : []),
    ...(hasPassword ? [line`${password}`] : []),
  ];
  return [paragraph(line`Open this page to fetch it: ${{ to: url, text: url }}`), list(points)];
}

function ways(told: DisclosureTold): readonly Block[] {
  switch (told.way) {
    case 'link':
      return byLink(told);
    case 'post':
      return [paragraph('We send it to you by post.'), ...(told.hasPassword ? [paragraph(password)] : [])];
    case 'transfer':
      return [paragraph(line`We sent it straight to ${told.receiver}, as you asked, and they have it.`)];
  }
}

/** How the person gets the copy, and that it must be kept safely (R40). */
export const howToGetIt = (told: DisclosureTold | undefined): readonly Block[] =>
  told === undefined
    ? []
    : [
        heading('How you get the copy'),
        ...ways(told),
        paragraph('Keep the copy where only you can open it, and delete it when you no longer need it.'),
      ];
