import { isManifestly, refuseBoth, refuseUnassessed } from '../duties/assessment/assessed.js';
import type { CaseFile } from '../case-file.js';
import type { Refuse } from '../commands.js';
import type { CaseRefusal } from '../refusals.js';
import { refuseAgainstTheRecord } from './against-the-record.js';
import { refuseUnfounded } from './duties-open.js';
import { refuseForeignGround, refuseGroundless } from './refusal-grounds.js';
import { given, refuseWithoutReasons, type Judgement } from './judging.js';
import { refuseSecondDecision, refuseSilentLateness } from './pending-decision.js';
import type { WeighedJudging } from './weighed.js';

const cite = 'UK GDPR Art 12(4) (R31)';

/** R49 — on record, of this case, and instead of a fee. */
function refuseUnassessedGround(file: CaseFile, { ground }: Refuse): CaseRefusal | undefined {
  return isManifestly(ground) ? (refuseUnassessed(file, ground) ?? refuseBoth(file, 'refusal')) : undefined;
}

/** R31 — wholly or partly, with a ground and reasons; the case closes when the notice is given. */
export function refuse(judging: WeighedJudging, command: Refuse): Judgement {
  const { extent, ground, reasons, reasonForLateness, despite } = command;
  return (
    refuseSecondDecision(
      judging.file,
      decision => decision.type !== 'AnswerDecided' || decision.extent === 'wholly' || extent === 'wholly',
    ) ??
    refuseForeignGround(judging.file, judging.right, ground) ??
    refuseUnassessedGround(judging.file, command) ??
    refuseWithoutReasons(reasons, cite, 'The refusal') ??
    refuseSilentLateness(judging, reasonForLateness) ??
    refuseAgainstTheRecord(judging.file, command) ??
    refuseGroundless(judging.file, ground) ??
    refuseUnfounded(judging.file, command) ?? [
      {
        type: 'RefusalDecided',
        cite,
        extent,
        ground,
        reasons: reasons ?? '',
        ...given('reasonForLateness', reasonForLateness),
        ...given('despite', despite),
      },
    ]
  );
}
