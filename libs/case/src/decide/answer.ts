import type { CaseFile } from '../case-file.js';
import type { Answer } from '../commands.js';
import type { CaseRefusal } from '../refusals.js';
import { isWeighed, rulesOf } from '../rights/rules-of.js';
import { receipt } from '../what-happened.js';
import { refuseAgainstTheRecord } from './against-the-record.js';
import { refuseAwaited } from './awaited.js';
import { refuseOpenDuties } from './duties-open.js';
import { given, refused, type Judgement, type Judging } from './judging.js';
import { refuseSecondDecision, refuseSilentLateness } from './pending-decision.js';

/** R42 — against an absolute right nothing is weighed: what a partial answer leaves out could never be refused, and would run on unanswered. */
function refusePartOfAbsolute(file: CaseFile, { extent }: Answer): CaseRefusal | undefined {
  const { right } = receipt(file);
  if (extent === 'wholly' || isWeighed(right)) return undefined;
  return refused(
    'cannot-be-refused',
    rulesOf(file).cite,
    {
      message: 'This right is absolute: it is done wholly, and no part of it can be left out or refused.',
      remedy:
        'Do the rest too, and answer with `extent` wholly. To say how far you are, add a note (`add-note`).',
    },
    { right },
  );
}

/** UK GDPR Art 12(3): it counts on the day it is given; in time or late is derived. */
export function answer(judging: Judging, command: Answer): Judgement {
  const { extent, words, delivery, reasonForLateness, despite } = command;
  return (
    refusePartOfAbsolute(judging.file, command) ??
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
        ...given('delivery', delivery),
        ...given('reasonForLateness', reasonForLateness),
        ...given('despite', despite),
      },
    ]
  );
}
