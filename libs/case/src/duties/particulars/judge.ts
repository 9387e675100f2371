import type { CaseFile } from '../../case-file.js';
import { given, refused, type Judgement, type Judgements, type Judging } from '../../decide/judging.js';
import type { EventOf } from '../../events.js';
import type { CaseRefusal } from '../../refusals.js';
import { everySinceOpened } from '../../what-happened.js';
import { doesNotFit } from '../does-not-fit.js';
import type { Owed } from '../owed.js';
import type { Particulars, ParticularsCommand, RecordParticulars } from './commands.js';
import { particularsThatMayBeNone, type ParticularName } from './particular-names.js';

const cite = 'UK GDPR Art 15(1)–(2) (R36)';

/** What every answer that gives a copy says, and where it stands. Of the last three it may be said that there is none. */
const wanted: readonly (readonly [ParticularName, cite: string])[] = [
  ['purposes', 'UK GDPR Art 15(1)(a) (R36)'],
  ['dataCategories', 'UK GDPR Art 15(1)(b) (R36)'],
  ['disclosedTo', 'UK GDPR Art 15(1)(c) (R36)'],
  ['keptFor', 'UK GDPR Art 15(1)(d) (R36)'],
  ['obtainedFrom', 'UK GDPR Art 15(1)(g) (R36)'],
  ['automatedDecisions', 'UK GDPR Art 15(1)(h) (R36)'],
  ['transfersAbroad', 'UK GDPR Art 15(2) (R36)'],
];
const mayBeNone: readonly ParticularName[] = particularsThatMayBeNone;

/** What the organisation's settings say for every case; a case that began before there were any has none. */
function sharedIn(file: CaseFile): readonly ParticularName[] {
  return file.opening.settings.sharedParticulars ?? [];
}

/** What was said of the data and also said not to be, or of data that is not processed at all, fits nowhere. */
function refuseContradiction({
  isProcessed,
  none = [],
  ...said
}: RecordParticulars): CaseRefusal | undefined {
  const both = none.find(name => !isProcessed || said[name] !== undefined);
  if (both === undefined) return undefined;
  return doesNotFit(
    cite,
    'none',
    `Of ${both} it is said that there is none, and the rest of the command says otherwise.`,
    'Name in `none` only what you looked for and did not find, and give no words for it.',
  );
}

function recordParticulars({ file }: Judging, command: RecordParticulars): Judgement {
  const { verb: _verb, by: _by, confirmLate: _late, isProcessed, none, ...said } = command;
  const particulars: Particulars = said;
  const denied: readonly ParticularName[] = none ?? [];
  const isSaid = (name: ParticularName): boolean =>
    particulars[name] !== undefined || denied.includes(name) || sharedIn(file).includes(name);
  const missing = isProcessed ? wanted.find(([name]) => !isSaid(name)) : undefined;
  const contradiction = refuseContradiction(command);
  if (contradiction) return contradiction;
  if (!missing) {
    return [{ type: 'ParticularsRecorded', cite, isProcessed, ...particulars, ...given('none', none) }];
  }
  const [field, stands] = missing;
  const orNone = mayBeNone.includes(field) ? `, or name it in \`none\` where there is none` : '';
  return refused(
    'reasons-missing',
    stands,
    {
      message: `The answer must say this, and neither the record nor the organisation's settings do: ${field}.`,
      remedy: `Give \`${field}\`, in words the person can be told${orNone}.`,
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
