import type { CaseFile } from '../../case-file.js';
import {
  given,
  refused,
  refuseDay,
  refuseWithoutReasons,
  type Judgement,
  type Judgements,
  type Judging,
} from '../../decide/judging.js';
import type { EventType } from '../../events.js';
import type { StaffId } from '../../names.js';
import type { CaseRefusal } from '../../refusals.js';
import type { Granted } from '../../rights/right-rules.js';
import { everyOne, lastOne, receivedOn } from '../../what-happened.js';
import { notOnRecord } from '../not-on-record.js';
import type { Owed, Owing } from '../owed.js';
import type { DutyName } from '../duty-names.js';
import type { DecideAgain, DecisionCommand, RecordIntervention, RecordRepresentations } from './commands.js';

const informing = 'UK GDPR Art 22C(2)(a) (R44)';
const representing = 'UK GDPR Art 22C(2)(b), (d) (R44)';
const intervening = 'UK GDPR Art 22C(2)(c) (R44)';
const contesting = 'UK GDPR Art 22C(2)(d) (R44)';

/** What they say counts from the day of receipt: the request itself may hold it. */
function recordRepresentations(judging: Judging, { on, contests, words }: RecordRepresentations): Judgement {
  return (
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'RepresentationsRecorded', cite: representing, on, contests, ...given('words', words) },
    ]
  );
}

/** Whoever took the decision, or configured what took it, cannot look at it with fresh eyes; nor is it theirs to say what came of that. */
function refuseOwnDecision(
  configuredBy: StaffId,
  ...hands: readonly [StaffId, ...StaffId[]]
): CaseRefusal | undefined {
  const reviewer = hands.find(hand => hand === configuredBy);
  if (reviewer === undefined) return undefined;
  return refused(
    'own-decision',
    intervening,
    {
      message: 'Who looks at the decision, or records what came of it, took it or configured what took it.',
      remedy: 'Let somebody else look at it who is competent and free to change it, and record it.',
    },
    { reviewer },
  );
}

function recordIntervention(judging: Judging, command: RecordIntervention): Judgement {
  const { by, reviewer, configuredBy, on, words, reasons } = command;
  return (
    refuseOwnDecision(configuredBy, reviewer, by) ??
    refuseWithoutReasons(reasons, intervening, 'The choice of the reviewer') ??
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'PersonIntervened', cite: intervening, on, reviewer, configuredBy, words, reasons },
    ]
  );
}

/** A decision without the person who looked at it would be automated once more. */
function decideAgain({ file }: Judging, { by, outcome, reasons }: DecideAgain): Judgement {
  const intervention = lastOne(file, 'PersonIntervened');
  if (!intervention) return notOnRecord(intervening, 'intervention', null);
  const { reviewer, configuredBy } = intervention;
  return (
    refuseOwnDecision(configuredBy, by) ??
    refuseWithoutReasons(reasons, contesting, 'The outcome') ?? [
      { type: 'DecidedAgain', cite: contesting, reviewer, outcome, reasons },
    ]
  );
}

export const decisionJudgements: Judgements<DecisionCommand> = {
  'explain-decision': (_judging, { words }) => [
    { type: 'DecisionExplanationDecided', cite: informing, words },
  ],
  'record-representations': recordRepresentations,
  'record-intervention': recordIntervention,
  'decide-again': decideAgain,
};

const owedUntil =
  (type: EventType, duty: DutyName, cite: string, toDo: string): Owing =>
  (file: CaseFile): Owed | undefined =>
    lastOne(file, type) ? undefined : { duty, cite, toDo };

/** Art 22C(2)(d) — what the person contests is decided after they have said so; also where they say more later. */
function outcomeOwed(file: CaseFile): Owed | undefined {
  const contested = everyOne(file, 'RepresentationsRecorded').findLast(({ contests }) => contests);
  const decided = lastOne(file, 'DecidedAgain');
  if (decided && decided.number > (contested?.number ?? 0)) return undefined;
  return { duty: 'outcome', cite: contesting, toDo: 'Record what they decided (`decide-again`).' };
}

/** R44 — the safeguards are mandatory, each of them. */
export const safeguardsOwed: readonly Owing[] = [
  owedUntil(
    'DecisionExplained',
    'information',
    informing,
    'Tell the person about the decision (`explain-decision`), and have its letter given.',
  ),
  owedUntil(
    'RepresentationsRecorded',
    'representations',
    representing,
    'Record what the person said about it, or that they said nothing (`record-representations`).',
  ),
  owedUntil(
    'PersonIntervened',
    'intervention',
    intervening,
    'Have a competent person look at it, and record who (`record-intervention`).',
  ),
  outcomeOwed,
];

/** Art 22A(1) — once a person has looked again, the record holds that it was such a decision. */
export function lookedAtAgain(file: CaseFile): Granted | undefined {
  return lastOne(file, 'DecidedAgain') ? 'at-least-partly' : undefined;
}
