import { restrictionGrounds, type RestrictionGround } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import {
  refused,
  refuseDay,
  refuseWithoutReasons,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import type { EventOf } from '../../events.js';
import type { CaseRight } from '../../names.js';
import type { CaseRefusal } from '../../refusals.js';
import type { Granted } from '../../rights/right-rules.js';
import { everyOne, lastOne, receipt, receivedOn } from '../../what-happened.js';
import { doesNotFit } from '../does-not-fit.js';
import { notOnRecord } from '../not-on-record.js';
import type { Owed, Owing } from '../owed.js';
import type { LiftRestriction, Restrict, RestrictionCommand } from './commands.js';

const cite = 'UK GDPR Art 18(1) (R39)';
const liftingCite = 'UK GDPR Art 18(3) (R39)';

/** The ground on which other rights restrict: while accuracy, or the objection, is checked. */
const whileChecked: Readonly<Partial<Record<CaseRight, RestrictionGround>>> = {
  rectification: 'accuracy_contested',
  objection: 'objection_pending',
};

/** The restrictions that have not been lifted. */
export function standingRestrictions(file: CaseFile): EventOf<'DataRestricted'>[] {
  const lifted = everyOne(file, 'RestrictionLifted');
  return everyOne(file, 'DataRestricted').filter(
    ({ number }) => !lifted.some(({ restriction }) => restriction === number),
  );
}

function refuseGround(file: CaseFile, ground: RestrictionGround): CaseRefusal | undefined {
  const only = whileChecked[receipt(file).right];
  if (only === undefined || only === ground) return undefined;
  return doesNotFit(
    restrictionGrounds[ground].cite,
    'ground',
    'This right restricts only while what the person says is checked.',
    `Use the ground ${only}; for another, open a case of the right to restriction.`,
  );
}

function restrict(judging: Judging, { ground, words, on }: Restrict): Judgement {
  return (
    refuseGround(judging.file, ground) ??
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'DataRestricted', cite: `${restrictionGrounds[ground].cite} (R39)`, on, ground, words },
    ]
  );
}

/** While it is checked whether the person is right, it stands: what the check found is recorded first. */
function refuseBeforeChecked(file: CaseFile, { ground, number }: EventOf<'DataRestricted'>) {
  const { right } = receipt(file);
  const isOpen =
    (right === 'rectification' && ground === 'accuracy_contested' && !lastOne(file, 'FindingRecorded')) ||
    (right === 'objection' && ground === 'objection_pending' && !lastOne(file, 'ObjectionWeighed'));
  if (!isOpen) return undefined;
  return refused(
    'still-being-checked',
    restrictionGrounds[ground].cite,
    {
      message: 'The restriction stands until it is decided what it waits for.',
      remedy: 'Record the finding, or the balancing test, first.',
    },
    { restriction: number },
  );
}

function refuseSecondLifting(file: CaseFile, restriction: number): CaseRefusal | undefined {
  const earlier = everyOne(file, 'LiftingDecided').find(decided => decided.restriction === restriction);
  if (!earlier) return undefined;
  return refused(
    'already-decided',
    liftingCite,
    {
      message: `Event ${earlier.number} has decided to lift it; the person has not been told yet.`,
      remedy: 'Wait for the letter, or record that its notice was given by post or by hand.',
    },
    { decided: earlier.number },
  );
}

/** Art 18(3) — decided now, and lifted only when its notice was given: no other way leads there. */
function lift({ file }: Judging, { restriction, reasons }: LiftRestriction): Judgement {
  const standing = standingRestrictions(file).find(({ number }) => number === restriction);
  if (!standing) return notOnRecord(liftingCite, 'restriction', restriction);
  return (
    refuseBeforeChecked(file, standing) ??
    refuseSecondLifting(file, restriction) ??
    refuseWithoutReasons(reasons, liftingCite, 'The lifting') ?? [
      { type: 'LiftingDecided', cite: liftingCite, restriction, reasons },
    ]
  );
}

export const restrictionJudgements: Judgements<RestrictionCommand> = {
  restrict,
  'lift-restriction': lift,
};

/** R39 — marked, stored and used for nothing else, before the person is told that it is. */
export function restrictionOwed(file: CaseFile): Owed | undefined {
  if (lastOne(file, 'DataRestricted')) return undefined;
  return { duty: 'restriction', cite, toDo: 'Restrict the data, and record it (`restrict`).' };
}

/** A right that does not apply restricts nothing: while something stands restricted, no whole refusal says so. */
export function restrictionGranted(file: CaseFile): Granted | undefined {
  return standingRestrictions(file).length > 0 ? 'at-least-partly' : undefined;
}

/** R39 — what it waited for is decided and the data may be used again: then the person is told, and it is lifted. */
export const liftingOwed =
  (isDecided: (file: CaseFile) => boolean): Owing =>
  (file: CaseFile): Owed | undefined => {
    const decided = everyOne(file, 'LiftingDecided');
    const left = standingRestrictions(file).filter(
      ({ number }) => !decided.some(({ restriction }) => restriction === number),
    );
    if (left.length === 0 || !isDecided(file)) return undefined;
    const toDo = 'Lift the restriction; its letter tells the person before it ends (`lift-restriction`).';
    return { duty: 'lifting', cite: liftingCite, toDo };
  };
