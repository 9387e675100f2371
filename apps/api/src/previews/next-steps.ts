import { Injectable } from '@nestjs/common';
import { bodyExamples, type NextStep, type NextSteps, type ReadQuery } from '@duly/api-contract';
import {
  closingOf,
  decide,
  decideReopening,
  foresee,
  isDestroying,
  isRefusal,
  summaryOf,
  verbs,
  type CaseCommand,
  type CaseEvent,
  type CaseFile,
  type CaseRefusal,
  type CaseRight,
  type Decision,
  type RefusalCode,
  type Verb,
} from '@duly/case';
import { londonDayAt, writeDay, type Instant } from '@duly/law';
import type { RegisteredCase } from '@duly/register';
import { caseNow, CaseFiles } from '../cases/case-files.js';
import { CaseReads } from '../cases/case-reads.js';
import { commandFrom } from '../commands/command-from.js';
import { GiveCommand } from '../commands/give-command.js';
import type { Caller } from '../sign-in/caller.js';
import { StaffOfCalls } from '../staff/staff-of-calls.js';
import { mustHaveBegun } from './preview-case.js';

/** What these do to the date is what they are told: a day that is only an example would foresee a date that nobody means. */
const byTheDayTold: readonly Verb[] = ['correct-receipt-date'];

/** Given by the list of suppressions itself, never by a person. */
const notForPeople: readonly Verb[] = ['list-objector'];

/** Refusals of what a command says or names, not of the step: another word may be taken. */
const ofItsWords: readonly RefusalCode[] = [
  'not-on-record',
  'no-such-notice',
  'no-such-proposal',
  'does-not-fit',
  'reasons-missing',
  'evidence-missing',
  'factor-missing',
  'not-assessed',
  'date-before',
  'date-in-future',
  'promised-date-out-of-range',
  'above-ceiling',
  'above-estimate',
  'amount-out-of-range',
  'linked-to-itself',
  'not-linked',
  'same-right',
  'late-without-reason',
  'duties-open',
  'not-a-child',
  'no-standing',
  'contradicts-facts',
  'nothing-to-complete',
];

/** The plainest command of a verb, as a handler would give it today: every date is today, and nothing is promised. */
function plainest(verb: Verb, by: string, file: CaseFile, now: Instant): CaseCommand {
  if (verb === 'name-people') return namesSomebody(by, summaryOf(file).right);
  const today = writeDay(londonDayAt(now));
  const fields = Object.entries(bodyExamples[verb])
    .filter(([name]) => !['expectedVersion', 'completes', 'promisedDate', 'at'].includes(name))
    .map(([name, value]: [string, unknown]) => [name, name === 'on' ? today : value]);
  return commandFrom<Verb>(verb, Object.fromEntries(fields) as object, by);
}

/** Who takes part is in the vault; a case is told that somebody does. */
const namesSomebody = (by: string, right: CaseRight): CaseCommand => ({
  ...{ verb: 'name-people', by, named: ['subject'], rights: [right], reasons: 'as given' },
});

const nothing = { movesDate: false, makesLate: false, needsApproval: false, letters: [] } as const;

function refusing(verb: Verb, file: CaseFile, refusal: CaseRefusal): NextStep {
  const { dueDate, state } = summaryOf(file);
  const { code, cite, message: detail, remedy } = refusal;
  const answer = ofItsWords.includes(code) ? 'depends' : 'refuses';
  return { verb, answer, dueDate, state, ...nothing, letters: [], refusal: { code, cite, detail, remedy } };
}

const depending = ({ verb }: NextStep, file: CaseFile): NextStep => {
  const { dueDate, state } = summaryOf(file);
  return { verb, answer: 'depends', dueDate, state, ...nothing, letters: [], refusal: null };
};

/** As the case would; a closed one is opened again by a run of its own (R24), whose first word is enough to know what follows. */
function decided(file: CaseFile, command: CaseCommand, now: Instant): Decision<CaseEvent> {
  if (command.verb !== 'reopen' || !closingOf(file)) return decide(file, command, now);
  const run = decideReopening(file, command, '', now);
  return isRefusal(run) ? run : run.slice(file.events.length);
}

/** What one step would do, were it taken now. */
export function nextStep(file: CaseFile, command: CaseCommand, now: Instant): NextStep {
  const { verb } = command;
  const plain = decided(file, command, now);
  const makesLate = isRefusal(plain) && plain.code === 'would-be-late';
  const decision = makesLate ? decided(file, { ...command, confirmLate: true }, now) : plain;
  if (isRefusal(decision)) return refusing(verb, file, decision);
  const { letters, onceGiven } = foresee(file, decision, now);
  const { dueDate, state } = summaryOf(onceGiven);
  return {
    verb,
    answer: 'takes',
    dueDate,
    state,
    movesDate: dueDate !== summaryOf(file).dueDate,
    makesLate,
    needsApproval: decision.some(({ type }) => type === 'StepProposed'),
    letters: letters.map(({ kind }) => kind),
    refusal: null,
  };
}

/** `GET /v1/cases/{id}/steps`: every step by the case's own judge, with nothing done. */
@Injectable()
export class NextStepsOfCase {
  constructor(
    private readonly reads: CaseReads,
    private readonly files: CaseFiles,
    private readonly giving: GiveCommand,
    private readonly staff: StaffOfCalls,
  ) {}

  /** @throws ApiError `no-such-case` · `not-yet-there` while the case has not begun */
  async of(caller: Caller, caseId: string, query: ReadQuery): Promise<NextSteps> {
    const known = await this.reads.found(caseId, query);
    mustHaveBegun(known);
    const [file, by] = [await this.files.load(known), await this.staff.idOf(caller)];
    const now = caseNow(known);
    const steps = await Promise.all(
      verbs
        .filter(verb => !notForPeople.includes(verb))
        .map(verb => this.judged(known, file, plainest(verb, by, file, now))),
    );
    const ofThisRight = steps.filter(({ refusal }) => refusal?.code !== 'not-for-this-right');
    const { dueDate } = summaryOf(file);
    return { id: caseId, reference: known.reference, version: known.version, dueDate, steps: ofThisRight };
  }

  private async judged(known: RegisteredCase, file: CaseFile, command: CaseCommand): Promise<NextStep> {
    const now = caseNow(known);
    const told = nextStep(file, command, now);
    if (told.answer === 'takes' && byTheDayTold.includes(told.verb)) return depending(told, file);
    if (told.answer !== 'takes' || !isDestroying(command)) return told;
    const { caseId, requestId } = known;
    return nextStep(file, await this.giving.knowingHolds({ command, caseId, requestId }), now);
  }
}
