import type { Withdraw } from '../commands.js';
import { receivedOn } from '../what-happened.js';
import { happened, refuseDay, type Judgement, type Judging } from './judging.js';

/** R35 — in the person's own words, on the day they said so; the case closes with a letter that confirms it. */
export function withdraw(judging: Judging, command: Withdraw): Judgement {
  return (
    refuseDay(judging, command, receivedOn(judging.file)) ?? [
      {
        type: 'RequestWithdrawn',
        cite: 'ICO right of access guidance (R35)',
        words: command.words,
        ...happened(command),
      },
    ]
  );
}
