import type { CaseFile } from '../../case-file.js';
import { refused, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { EventOf } from '../../events.js';
import { everySinceOpened } from '../../what-happened.js';
import type { Owed } from '../owed.js';
import type { ParticularName, Particulars, ParticularsCommand, RecordParticulars } from './commands.js';

const cite = 'UK GDPR Art 15(1)–(2) (R36)';

/** What every answer that gives a copy says, and where it stands; the others may not arise. */
const always: readonly (readonly [ParticularName, cite: string])[] = [
  ['purposes', 'UK GDPR Art 15(1)(a) (R36)'],
  ['dataCategories', 'UK GDPR Art 15(1)(b) (R36)'],
  ['disclosedTo', 'UK GDPR Art 15(1)(c) (R36)'],
  ['keptFor', 'UK GDPR Art 15(1)(d) (R36)'],
];

/** What the organisation's settings say for every case; a case that began before there were any has none. */
function sharedIn(file: CaseFile): readonly ParticularName[] {
  return file.opening.settings.sharedParticulars ?? [];
}

function recordParticulars({ file }: Judging, command: RecordParticulars): Judgement {
  const { verb: _verb, by: _by, confirmLate: _late, isProcessed, ...said } = command;
  const particulars: Particulars = said;
  const missing = always.find(
    ([name]) => isProcessed && particulars[name] === undefined && !sharedIn(file).includes(name),
  );
  if (!missing) return [{ type: 'ParticularsRecorded', cite, isProcessed, ...particulars }];
  const [field, stands] = missing;
  return refused(
    'reasons-missing',
    stands,
    {
      message: `The answer must say this, and neither the record nor the organisation's settings do: ${field}.`,
      remedy: `Give \`${field}\`, in words the person can be told.`,
    },
    { field },
  );
}

export const particularsJudgements: Judgements<ParticularsCommand> = {
  'record-particulars': recordParticulars,
};

/** The particulars that the answer tells: the last record. */
export function particularsIn(file: CaseFile): EventOf<'ParticularsRecorded'> | undefined {
  return everySinceOpened(file, 'ParticularsRecorded').at(-1);
}

/** R36 — confirmation and particulars; a copy alone is no answer. */
export function particularsOwed(file: CaseFile): Owed | undefined {
  if (particularsIn(file)) return undefined;
  return {
    duty: 'particulars',
    cite,
    toDo: 'Record whether data is processed, and what Art 15(1) wants said about it (`record-particulars`).',
  };
}
