import type { Answer } from '../commands.js';
import type { CaseFile } from '../case-file.js';
import { refuseStanding } from '../duties/competence/standing.js';
import type { CaseRefusal } from '../refusals.js';
import { owedBy } from '../rights/rules-of.js';
import { given, refused, type Judgement, type Judging } from './judging.js';
import { refuseAgainstTheRecord } from './against-the-record.js';
import { refuseSecondDecision, refuseSilentLateness } from './pending-decision.js';

/** UK GDPR Art 5(2) — a duty is on record, or the record says why not; an answer in time is never held up for it (Art 12(3)). */
function refuseOpenDuties(file: CaseFile, { extent, despite }: Answer): CaseRefusal | undefined {
  const owed = owedBy(file).filter(({ isOwedByPart }) => extent === 'wholly' || isOwedByPart === true);
  const [first] = owed;
  const isRequired = file.opening.settings.duties === 'required';
  if (!first || !isRequired || despite !== undefined) return undefined;
  return refused(
    'duties-open',
    first.cite,
    {
      message: `Not on record yet: ${owed.map(({ duty }) => duty).join(', ')}.`,
      remedy: `${first.toDo} Or say why you answer all the same (\`despite\`).`,
    },
    { duties: owed.map(({ duty }) => duty) },
  );
}

/** UK GDPR Art 12(3): it counts on the day it is given; in time or late is derived. */
export function answer(judging: Judging, command: Answer): Judgement {
  const { extent, words, reasonForLateness, despite } = command;
  return (
    refuseSecondDecision(
      judging.file,
      decision => decision.type !== 'RefusalDecided' || decision.extent === 'wholly' || extent === 'wholly',
    ) ??
    refuseSilentLateness(judging, reasonForLateness) ??
    refuseStanding(judging.file) ??
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
