import type { AskForAuthority } from '../commands.js';
import { given, type Judgement, type Judging } from './judging.js';
import { refuseNobodyActing } from './nobody-acting.js';
import { isAfterMonth } from './period-ended.js';
import { refuseSecondAsk } from './second-ask.js';

const cite = 'ICO right of access guidance, 8 December 2025 (R22)';

/** R22 — somebody who asks for another person may be asked to show that they may. */
export function askForAuthority(judging: Judging, { words, occasion }: AskForAuthority): Judgement {
  const { file } = judging;
  return (
    refuseNobodyActing(file, cite) ??
    refuseSecondAsk(file, 'authority') ?? [
      {
        type: 'AuthorityAskDecided',
        cite,
        words,
        ...(isAfterMonth(judging) ? { movesNothing: true } : {}),
        ...given('occasion', occasion),
      },
    ]
  );
}
