import type { AskForClarification } from '../commands.js';
import { receipt } from '../what-happened.js';
import { refused, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { refuseAfterWholeDecision } from './pending-decision.js';
import { refuseAfterPeriod } from './period-ended.js';

const cite = 'UK GDPR Art 12A(5) (R26)';
const withoutPause =
  'Write to the person without stopping the clock, note it on the case, and answer as soon as you can.';

/** R26 — the law stops the clock for requests under Article 15 only; several are possible, each reasonably required (R27). */
export function askForClarification(judging: Judging, { words, reasons }: AskForClarification): Judgement {
  const { file } = judging;
  const { right } = receipt(file);
  if (right !== 'access') {
    return refused(
      'not-for-this-right',
      cite,
      {
        message: 'Article 12A(5) speaks of requests under Article 15 only: this right has no such pause.',
        remedy: 'Write to the person without stopping the clock, and note it on the case.',
      },
      { right },
    );
  }
  return (
    refuseWithoutReasons(reasons, cite, 'The ask for clarification') ??
    refuseAfterWholeDecision(file) ??
    refuseAfterPeriod(judging, judging.clock.effectiveDueDate, 'UK GDPR Art 12A(5) (R28)', withoutPause) ?? [
      { type: 'ClarificationAskDecided', cite, words, reasons },
    ]
  );
}
