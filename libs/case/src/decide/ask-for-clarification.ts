import type { AskForClarification } from '../commands.js';
import { receipt } from '../what-happened.js';
import { refused, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { refuseAfterWholeDecision } from './pending-decision.js';

const cite = 'UK GDPR Art 12A(5) (R26)';

/** R26 — the law stops the clock for requests under Article 15 only; several are possible, each reasonably required (R27). */
export function askForClarification({ file }: Judging, { words, reasons }: AskForClarification): Judgement {
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
    refuseAfterWholeDecision(file) ?? [{ type: 'ClarificationAskDecided', cite, words, reasons }]
  );
}
