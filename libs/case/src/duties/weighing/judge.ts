import type { CaseFile } from '../../case-file.js';
import {
  given,
  refuseDay,
  refuseWithoutReasons,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import type { CaseRefusal } from '../../refusals.js';
import type { Granted } from '../../rights/right-rules.js';
import { lastOne, receivedOn } from '../../what-happened.js';
import { doesNotFit } from '../does-not-fit.js';
import type { Owed } from '../owed.js';
import type { StopProcessing, WeighingCommand, WeighObjection } from './commands.js';

const cite = 'UK GDPR Art 21(1) (R41)';
const researchCite = 'UK GDPR Art 21(6) (R43)';

/** R41, R43 — each basis has its own test: of research the public interest alone, of the other two all but that. */
function refuseOtherTest(command: WeighObjection): CaseRefusal | undefined {
  const { basis, compellingGrounds, legalClaims, publicInterestTask } = command;
  if (basis === 'other-basis' && (compellingGrounds || legalClaims)) {
    return doesNotFit(
      cite,
      'basis',
      'To processing on another basis nobody can object, so there is nothing to weigh.',
      'Say false to grounds and claims, and give in the reasons on which basis it rests.',
    );
  }
  if (basis !== 'research') {
    if (publicInterestTask === undefined) return undefined;
    return doesNotFit(
      cite,
      'publicInterestTask',
      'The public-interest task is the test of an objection to research only.',
      'Leave it out, and weigh compelling legitimate grounds and legal claims.',
    );
  }
  if (publicInterestTask !== undefined && !compellingGrounds && !legalClaims) return undefined;
  return doesNotFit(
    researchCite,
    'publicInterestTask',
    'An objection to research is overridden by nothing but a task carried out for reasons of public interest.',
    'Say whether it is necessary for such a task (`publicInterestTask`); grounds and claims are no answer here.',
  );
}

/** The balancing test; a later one takes the place of an earlier one. */
function weigh(_judging: Judging, command: WeighObjection): Judgement {
  const { basis, compellingGrounds, legalClaims, publicInterestTask, words, reasons } = command;
  const overridden = basis === 'research' ? publicInterestTask === true : compellingGrounds || legalClaims;
  const weighed = overridden ? 'overridden' : 'upheld';
  const event = {
    type: 'ObjectionWeighed',
    cite: basis === 'research' ? researchCite : cite,
    basis,
    compellingGrounds,
    legalClaims,
    ...given('publicInterestTask', publicInterestTask),
    outcome: basis === 'other-basis' ? 'not-objectable' : weighed,
    words,
    reasons,
  } as const;
  return refuseOtherTest(command) ?? refuseWithoutReasons(reasons, cite, 'The balancing test') ?? [event];
}

function stop(judging: Judging, { words, on }: StopProcessing): Judgement {
  return (
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [{ type: 'ProcessingStopped', cite, on, words }]
  );
}

export const weighingJudgements: Judgements<WeighingCommand> = {
  'weigh-objection': weigh,
  'stop-processing': stop,
};

/** R41 — the burden is the controller's: nobody answers an objection without having weighed it. */
export function weighingOwed(file: CaseFile): Owed | undefined {
  if (lastOne(file, 'ObjectionWeighed')) return undefined;
  const toDo = 'Record the balancing test, with its reasons (`weigh-objection`).';
  return { duty: 'balancing-test', cite, toDo };
}

/** R41 — an objection that is upheld ends the processing. */
export function stoppingOwed(file: CaseFile): Owed | undefined {
  const isUpheld = lastOne(file, 'ObjectionWeighed')?.outcome === 'upheld';
  if (!isUpheld || lastOne(file, 'ProcessingStopped')) return undefined;
  const toDo = 'Stop the processing, and record it (`stop-processing`).';
  return { duty: 'stopping', cite, toDo, isOwedByPart: true };
}

/** R41 — the data may be used again once the objection is overridden, or was none that one can make. */
export function isOverridden(file: CaseFile): boolean {
  const outcome = lastOne(file, 'ObjectionWeighed')?.outcome;
  return outcome === 'overridden' || outcome === 'not-objectable';
}

export function objectionGranted(file: CaseFile): Granted | undefined {
  const weighed = lastOne(file, 'ObjectionWeighed');
  if (!weighed) return undefined;
  return weighed.outcome === 'upheld' ? 'wholly' : 'not-at-all';
}
