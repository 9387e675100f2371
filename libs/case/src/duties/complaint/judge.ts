import { given, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import { refuseSecondDecision, refuseSilentLateness } from '../../decide/pending-decision.js';
import type { ComplaintCommand, GiveOutcome, TellProgress } from './commands.js';

function tellProgress({ file }: Judging, { words }: TellProgress): Judgement {
  return (
    refuseSecondDecision(file, () => true) ?? [
      { type: 'ProgressDecided', cite: 'DPA 2018 s.164A(5)(b) (R52)', words },
    ]
  );
}

/** R52, R53 — without undue delay, and never without words; within the thirty days it needs no acknowledgement beside it. */
function giveOutcome(judging: Judging, { finding, words, reasonForLateness }: GiveOutcome): Judgement {
  return (
    refuseSecondDecision(judging.file, () => true) ??
    refuseSilentLateness(judging, reasonForLateness) ?? [
      {
        type: 'OutcomeDecided',
        cite: 'DPA 2018 s.164A(4)(b) (R52)',
        finding,
        words,
        ...given('reasonForLateness', reasonForLateness),
      },
    ]
  );
}

export const complaintJudgements: Judgements<ComplaintCommand> = {
  'tell-progress': tellProgress,
  'give-outcome': giveOutcome,
};
