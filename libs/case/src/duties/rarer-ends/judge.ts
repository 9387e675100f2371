import {
  given,
  happened,
  refused,
  refuseDay,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import { refuseSecondDecision } from '../../decide/pending-decision.js';
import { refuseSecondAsk } from '../../decide/second-ask.js';
import type { CaseRight } from '../../names.js';
import type { CaseRefusal } from '../../refusals.js';
import { receipt } from '../../what-happened.js';
import type { CannotIdentify, RarerEndCommand, RecordDeath, Reclassify } from './commands.js';

/** UK GDPR Art 11(2) sets aside Articles 15 to 20, and no other right. */
const setAside: readonly CaseRight[] = ['access', 'rectification', 'erasure', 'restriction', 'portability'];

function refuseOtherRights({ file }: Judging): CaseRefusal | undefined {
  const { right } = receipt(file);
  if (setAside.includes(right)) return undefined;
  return refused(
    'not-for-this-right',
    'UK GDPR Art 11(2)',
    {
      message: 'Article 11(2) sets aside the rights of Articles 15 to 20; this right is none of them.',
      remedy: 'Ask the person what would help to find the record, and act on the objection meanwhile.',
    },
    { right },
  );
}

/** Art 11(2) — the person is told, where possible, and may send more; then the month begins (Art 12A(2)). Else the case ends untold. */
function cannotIdentify(judging: Judging, command: CannotIdentify): Judgement {
  const { reasons, words, canBeTold, occasion } = command;
  const cite = 'UK GDPR Art 11(2)';
  // Where the letter that was to say so cannot reach the person, the case may still end untold.
  const refusal =
    refuseOtherRights(judging) ??
    refuseSecondDecision(judging.file, ({ type }) => canBeTold || type !== 'CannotIdentifyDecided');
  if (refusal) return refusal;
  const said = { cite, reasons, ...given('words', words) };
  if (!canBeTold) return [{ type: 'PersonNotIdentified', ...said }];
  return (
    refuseSecondAsk(judging.file, 'identity') ?? [
      { type: 'CannotIdentifyDecided', ...said, ...given('occasion', occasion) },
    ]
  );
}

/** R35 — on death before the response no duty remains; also where the letter came after it. */
function recordDeath(judging: Judging, command: RecordDeath): Judgement {
  const cite = 'DPA 2018 s.3(3): a living individual (R35)';
  return (
    refuseDay(judging, command) ?? [
      { type: 'SubjectDied', cite, ...given('words', command.words), ...happened(command) },
    ]
  );
}

function refuseReclassifying({ file }: Judging, { as }: Reclassify): CaseRefusal | undefined {
  const { right } = receipt(file);
  if (right === 'objection_direct_marketing') {
    return refused(
      'cannot-be-refused',
      'UK GDPR Art 21(2)–(3) (R42)',
      {
        message: 'An objection to direct marketing is absolute: it stays one, whatever else the letter asks.',
        remedy: 'Answer it, and add the right that was overlooked to the request (`add-right`).',
      },
      { right },
    );
  }
  if (as !== right) return undefined;
  return refused(
    'same-right',
    'UK GDPR Art 12(2) (R34)',
    { message: 'The case is one of this right already.', remedy: 'Name the right that the letter uses.' },
    { right },
  );
}

/** R34, R46 — no magic words: what the letter asks decides. The new case must be there before this one ends; the API sees to it. */
function reclassify(judging: Judging, command: Reclassify): Judgement {
  const { file } = judging;
  const { as, reasons } = command;
  return (
    refuseReclassifying(judging, command) ??
    refuseSecondDecision(file, () => true) ?? [
      { type: 'ReclassificationDecided', cite: 'UK GDPR Art 12(2) (R34, R46)', as, reasons },
    ]
  );
}

export const rarerEndJudgements: Judgements<RarerEndCommand> = {
  'cannot-identify': cannotIdentify,
  'record-death': recordDeath,
  reclassify,
};
