import { heading, line, list, paragraph, words, type Block } from './document/block.js';

/** Every kind of block, and every kind of text in one. */
export const specimen: readonly Block[] = [
  { kind: 'lines', lines: ['Example Borough Council', 'אבג'] },
  heading('A heading'),
  paragraph(line`Dear ${'Ann & Lee'}, see ${{ to: 'https://ico.org.uk/', text: 'ico.org.uk' }}.`),
  list(['One', line`Two: ${'<b>'}`]),
  words('First.\nSecond line.\n\nשלום.'),
];
