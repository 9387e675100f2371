import { askNotGiven, unanswered } from '../asks.js';
import type { RecordAuthority } from '../commands.js';
import { receivedOn } from '../what-happened.js';
import { given, happened, refuseDay, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { refuseNobodyActing } from './nobody-acting.js';
import { refuseUnasked } from './second-ask.js';

const cite = 'ICO right of access guidance, 8 December 2025 (R22)';

/** R22 — what came with the letter, or later of itself, answers no ask and moves no date. What does not suffice is asked for. */
function recordUnasked(judging: Judging, command: RecordAuthority): Judgement {
  const { file } = judging;
  const nobody = refuseNobodyActing(file, cite);
  if (nobody) return nobody;
  if (!command.sufficient || askNotGiven(file, 'authority')) return refuseUnasked('authority');
  return (
    refuseDay(judging, command, receivedOn(file)) ?? [
      { type: 'AuthorityReceived', cite, ...happened(command) },
    ]
  );
}

/** R22 — what was asked for counts on the day it arrives; what does not suffice has not arrived. */
export function recordAuthority(judging: Judging, command: RecordAuthority): Judgement {
  const [ask] = unanswered(judging.file, 'authority');
  if (!ask) return recordUnasked(judging, command);
  const refusal = refuseDay(judging, command, ask.on);
  if (refusal) return refusal;
  const { sufficient, reasons, occasion } = command;
  const arrived = { cite, ask: ask.number, ...happened(command) };
  if (sufficient) return [{ type: 'AuthorityReceived', ...arrived }];
  return (
    refuseWithoutReasons(reasons, cite, 'The judgement that it is not enough') ?? [
      { type: 'AuthorityInsufficient', ...arrived, reasons: reasons ?? '', ...given('occasion', occasion) },
    ]
  );
}
