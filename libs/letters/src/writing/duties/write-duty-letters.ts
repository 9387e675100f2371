import { renderLetter, type Letter } from '@duly/notices';
import { momentAt } from '../../moment.js';
import { decidedAs, ofCase, toStaff, type LetterContext } from '../letter-context.js';
import { told } from './record-told.js';

const recipients = (context: LetterContext): Letter => {
  const outcomes = new Map(
    told(context, 'RecipientOutcomeRecorded').map(({ recipient, outcome }) => [recipient, outcome]),
  );
  return renderLetter('recipients', {
    ...ofCase(context),
    recipients: told(context, 'RecipientNamed').map(({ number, words }) => {
      const outcome = outcomes.get(number);
      return { name: context.words(words), ...(outcome && { outcome }) };
    }),
  });
};

const recipientsUntold = (context: LetterContext): Letter => {
  const { order, handler } = context;
  return renderLetter('recipients-untold', {
    ...toStaff(context),
    since: momentAt(Date.parse(order.decided.recordedAt)).on,
    ...(order.recipient === 'manager' && handler !== undefined && { handler }),
  });
};

const restrictionLifting = (context: LetterContext): Letter => {
  const { reasons } = decidedAs(context.order.decided, 'LiftingDecided');
  const restricted = decidedAs(context.order.about, 'DataRestricted');
  return renderLetter('restriction-lifting', {
    ...ofCase(context),
    what: context.words(restricted.words),
    reasons: context.words(reasons),
  });
};

const decisionExplained = (context: LetterContext): Letter =>
  renderLetter('decision-explained', {
    ...ofCase(context),
    information: context.words(decidedAs(context.order.decided, 'DecisionExplanationDecided').words),
  });

/** The letters that belong to the duties of some rights (R37–R45). */
export const dutyLetters = {
  recipients,
  'recipients-untold': recipientsUntold,
  'restriction-lifting': restrictionLifting,
  'decision-explained': decisionExplained,
} as const;
