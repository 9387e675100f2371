import { unanswered } from '../asks.js';
import type { RecordFee } from '../commands.js';
import { happened, refuseDay, type Judgement, type Judging } from './judging.js';
import { refuseUnasked } from './second-ask.js';

/** R23 — the month begins when the fee is paid (UK GDPR Art 12A(2)(c)). */
export function recordFee(judging: Judging, command: RecordFee): Judgement {
  const [ask] = unanswered(judging.file, 'fee');
  if (!ask) return refuseUnasked('fee');
  return (
    refuseDay(judging, command, ask.on) ?? [
      { type: 'FeePaid', cite: 'UK GDPR Art 12A(2)(c) (R23)', ask: ask.number, ...happened(command) },
    ]
  );
}
