import { paragraph, type Block } from '../document/block.js';
import type { LetterItem } from '../letter-item.js';

interface AskedLate {
  readonly movesNothing?: boolean;
}

/** From when the month runs; or, asked for too late, that it does not begin anew (R21, R25). */
export function whenTheMonthRuns({ movesNothing }: AskedLate): Block {
  return movesNothing === true
    ? paragraph(
        'We should have asked you sooner. Asking you now does not give us more time to answer. So please send it as soon as you can.',
        ['ask-moves-nothing'],
      )
    : paragraph(
        'We have one month to answer from the day we get all that we ask for here. So please send it as soon as you can.',
        ['clock-starts-on-arrival'],
      );
}

export const itemOfMonth = ({ movesNothing }: AskedLate): LetterItem =>
  movesNothing === true ? 'ask-moves-nothing' : 'clock-starts-on-arrival';
