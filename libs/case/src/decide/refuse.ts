import type { Refuse } from '../commands.js';
import { receipt } from '../what-happened.js';
import { given, refused, refuseWithoutReasons, type Judgement, type Judging } from './judging.js';
import { refuseAgainstTheRecord } from './against-the-record.js';
import { refuseSecondDecision, refuseSilentLateness } from './pending-decision.js';

const cite = 'UK GDPR Art 12(4) (R31)';

/** R31 — wholly or partly, with a ground and reasons; the case closes when the notice is given. */
export function refuse(judging: Judging, command: Refuse): Judgement {
  const { right } = receipt(judging.file);
  if (right === 'objection_direct_marketing') {
    return refused(
      'cannot-be-refused',
      'UK GDPR Art 21(2)–(3) (R42)',
      {
        message: 'An objection to direct marketing is absolute and can never be refused.',
        remedy: 'Stop the marketing and answer.',
      },
      { right },
    );
  }
  const { extent, ground, reasons, reasonForLateness } = command;
  return (
    refuseSecondDecision(
      judging.file,
      decision => decision.type !== 'AnswerDecided' || decision.extent === 'wholly' || extent === 'wholly',
    ) ??
    refuseWithoutReasons(reasons, cite, 'The refusal') ??
    refuseSilentLateness(judging, reasonForLateness) ??
    refuseAgainstTheRecord(judging.file, command) ?? [
      {
        type: 'RefusalDecided',
        cite,
        extent,
        ground,
        reasons: reasons ?? '',
        ...given('reasonForLateness', reasonForLateness),
      },
    ]
  );
}
