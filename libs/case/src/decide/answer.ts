import type { Answer } from '../commands.js';
import { refuseAgainstTheRecord } from './against-the-record.js';
import { refuseAwaited } from './awaited.js';
import { refuseOpenDuties } from './duties-open.js';
import { given, type Judgement, type Judging } from './judging.js';
import { refuseSecondDecision, refuseSilentLateness } from './pending-decision.js';

/** UK GDPR Art 12(3): it counts on the day it is given; in time or late is derived. */
export function answer(judging: Judging, command: Answer): Judgement {
  const { extent, words, reasonForLateness, despite } = command;
  return (
    refuseSecondDecision(
      judging.file,
      decision => decision.type !== 'RefusalDecided' || decision.extent === 'wholly' || extent === 'wholly',
    ) ??
    refuseSilentLateness(judging, reasonForLateness) ??
    refuseAwaited(judging.file, command) ??
    refuseAgainstTheRecord(judging.file, command) ??
    refuseOpenDuties(judging.file, command) ?? [
      {
        type: 'AnswerDecided',
        cite: 'UK GDPR Art 12(3) (R11)',
        extent,
        words,
        ...given('reasonForLateness', reasonForLateness),
        ...given('despite', despite),
      },
    ]
  );
}
