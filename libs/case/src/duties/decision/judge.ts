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
import type { CaseRefusal } from '../../refusals.js';
import type { Granted } from '../../rights/right-rules.js';
import { lastOne, receivedOn } from '../../what-happened.js';
import { notOnRecord } from '../not-on-record.js';
import type { DutyName, Owed, Owing } from '../owed.js';
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

/** Whoever took the decision, or configured what took it, cannot look at it with fresh eyes. */
function refuseOwnDecision({ reviewer, configuredBy }: RecordIntervention): CaseRefusal | undefined {
  if (reviewer !== configuredBy) return undefined;
  return refused(
    'own-decision',
    intervening,
    {
      message: 'The person who looks at the decision took it, or configured what took it.',
      remedy: 'Let somebody else look at it who is competent and free to change it.',
    },
    { reviewer },
  );
}

function recordIntervention(judging: Judging, command: RecordIntervention): Judgement {
  const { reviewer, configuredBy, on, words, reasons } = command;
  return (
    refuseOwnDecision(command) ??
    refuseWithoutReasons(reasons, intervening, 'The choice of the reviewer') ??
    refuseDay(judging, { on }, receivedOn(judging.file)) ?? [
      { type: 'PersonIntervened', cite: intervening, on, reviewer, configuredBy, words, reasons },
    ]
  );
}

/** A decision without the person who looked at it would be automated once more. */
function decideAgain({ file }: Judging, { outcome, reasons }: DecideAgain): Judgement {
  const intervention = lastOne(file, 'PersonIntervened');
  if (!intervention) return notOnRecord(intervening, 'intervention', null);
  const { reviewer } = intervention;
  return (
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
  owedUntil('DecidedAgain', 'outcome', contesting, 'Record what they decided (`decide-again`).'),
];

/** Art 22A(1) — once a person has looked again, the record holds that it was such a decision. */
export function lookedAtAgain(file: CaseFile): Granted | undefined {
  return lastOne(file, 'DecidedAgain') ? 'at-least-partly' : undefined;
}
