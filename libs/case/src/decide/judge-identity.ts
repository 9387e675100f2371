import type { JudgeIdentity } from '../commands.js';
import { given, refused, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { papersToJudge } from './second-ask.js';

/** R21 — papers that do not suffice have not arrived; the person is told at once what is missing. */
export function judgeIdentity({ file }: Judging, command: JudgeIdentity): Judgement {
  const papers = papersToJudge(file);
  if (!papers) {
    return refused(
      'nothing-to-judge',
      'UK GDPR Art 12(6) (R21)',
      {
        message: 'No papers have arrived that still have to be judged.',
        remedy: 'Record their arrival first, with its day.',
      },
      {},
    );
  }
  const { sufficient, reasons, occasion } = command;
  const about = { cite: 'UK GDPR Art 12(6) (R21)', received: papers.number, ...given('occasion', occasion) };
  if (sufficient) return [{ type: 'IdentityConfirmed', ...about, ...given('reasons', reasons) }];
  const refusal = refuseWithoutReasons(
    reasons,
    'UK GDPR Art 12(6) (R21)',
    'The judgement that it is not enough',
  );
  return refusal ?? [{ type: 'IdentityInsufficient', ...about, reasons: reasons ?? '' }];
}
