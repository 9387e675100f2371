import { exemptions as law } from '@duly/law';
import { heading, line, list, paragraph, type Block } from '../document/block.js';
import type { ExemptionTold } from '../data/answer-data.js';
import { needed } from './request.js';

/** Each by its paragraph, so that the person can look it up and contest it. */
export function whichExemptions(told: readonly ExemptionTold[] | undefined): readonly Block[] {
  if (!told || told.length === 0) return [];
  return [
    heading('What the law lets us leave out'),
    paragraph('The law says that we need not give you these things:'),
    list(
      told.map(({ exemption, covers }) => {
        const { paragraph: stands, words } = law[exemption];
        return line`${needed('covers', covers)} The reason in law: ${words} (${stands}).`;
      }),
      ['refusal-extent', 'refusal-reasons'],
    ),
  ];
}
