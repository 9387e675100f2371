import type { IncomingView } from '@duly/api-contract';

type Item = IncomingView['items'][number];

/** What the pages of packages that other controllers sent say. */
export const incomingWords = {
  title: 'Packages sent to us',
  navigation: 'Sent to us',
  what: 'Other organisations send what they hold about somebody who wants to take it to us. Nothing of it is used before somebody has looked at each item (Art 20).',
  none: 'Nobody has sent a package yet.',
  columns: ['Package', 'Their reference', 'How far it is', 'Size', 'Announced'],
  from: (sender: string): string => `From ${sender}`,
  back: 'Back to the package',
  state: {
    receiving: 'It is on its way',
    received: 'It is being looked at by machine',
    'to-assess': 'To be looked at by a person',
    refused: 'Not taken, and destroyed',
    accepted: 'Taken over',
    rejected: 'Rejected, and destroyed',
  },
  erased: 'Whose it is has been erased.',
  whose: 'Whose data it is',
  contact: 'whom to ask there',
  because: 'Why it was not taken',
  waitsFor: 'It waits for',
  said: 'What was said',
  letter: 'The letter to the person',
  items: 'What is in it',
  noItems: 'Nothing of it can be seen yet.',
  itemColumns: ['Item', 'Size', 'What was said of it', 'Next'],
  notJudged: 'Nothing yet',
  judge: (number: number): string => `Judge item ${number}`,
  decide: 'Once each item is judged',
  item: ({ number, path, described }: Item): string =>
    `${number}: ${path}${described === null ? '' : ` (${described})`}`,
} as const;
