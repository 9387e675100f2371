import type { CaseEvent, EventOf, EventType } from '@duly/case';
import type { AnswerRecord, RecipientsOfAnswer } from '@duly/notices';
import type { LetterContext } from '../letter-context.js';

/** The events of one type that a letter tells of. */
export function told<Type extends EventType>({ order }: LetterContext, type: Type): readonly EventOf<Type>[] {
  const events: readonly CaseEvent[] = order.tells ?? [];
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

/** Undefined where nobody was named and nobody said that there is none. Who they are is told only to a person who asked (Art 19). */
function recipientsTold(context: LetterContext): RecipientsOfAnswer | undefined {
  const named = told(context, 'RecipientNamed');
  if (named.length + told(context, 'NoRecipientsRecorded').length === 0) return undefined;
  const outcomes = new Map(
    told(context, 'RecipientOutcomeRecorded').map(({ recipient, outcome }) => [recipient, outcome]),
  );
  const count = (...known: readonly (string | undefined)[]): number =>
    named.filter(({ number }) => known.includes(outcomes.get(number))).length;
  const hasAsked = told(context, 'RecipientsDisclosureDecided').length > 0;
  return {
    told: count('told'),
    untold: count('impossible', 'disproportionate'),
    toBeTold: count(undefined),
    ...(hasAsked && { names: named.map(({ words }) => context.words(words)) }),
  };
}

function decisionTold(context: LetterContext): AnswerRecord['decision'] {
  const decided = told(context, 'DecidedAgain').at(-1);
  const explained = told(context, 'DecisionExplanationDecided').at(-1);
  return (
    decided && {
      outcome: decided.outcome,
      reasons: context.words(decided.reasons),
      ...(explained && { information: context.words(explained.words) }),
    }
  );
}

/** What the case's record adds to its answer; undefined where it adds nothing. */
export function answerRecordOf(context: LetterContext): AnswerRecord | undefined {
  const { words } = context;
  const corrections = told(context, 'CorrectionMade').map(made => ({
    how: made.how,
    what: words(made.words),
  }));
  const restrictions = told(context, 'DataRestricted').map(limited => ({
    ground: limited.ground,
    what: words(limited.words),
  }));
  const erased = told(context, 'DataErased').map(one => ({
    what: words(one.words),
    backups: words(one.backups),
  }));
  const publicSteps = told(context, 'PublicStepsRecorded').map(one => words(one.words));
  const stopped = told(context, 'ProcessingStopped').map(ended => words(ended.words));
  const [decision, recipients] = [decisionTold(context), recipientsTold(context)];
  const record: AnswerRecord = {
    ...(corrections.length > 0 && { corrections }),
    ...(erased.length > 0 && { erased }),
    ...(publicSteps.length > 0 && { publicSteps }),
    ...(restrictions.length > 0 && { restrictions }),
    ...(stopped.length > 0 && { stopped }),
    ...(decision && { decision }),
    ...(recipients && { recipients }),
  };
  return Object.keys(record).length > 0 ? record : undefined;
}
