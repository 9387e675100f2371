import { renderLetter, type Letter } from '@duly/notices';
import { decidedAs, receiptOf, toPerson, toStaff, type LetterContext } from '../letter-context.js';

const ofThisCase = (context: LetterContext) => ({
  ...toPerson(context),
  reference: context.order.reference,
});

const complaintAcknowledgement = (context: LetterContext): Letter => {
  const { channel, words, origin } = receiptOf(context);
  const wasHeard = channel === 'telephone' || channel === 'in-person' || channel === 'social-media';
  return renderLetter('complaint-acknowledgement', {
    ...ofThisCase(context),
    channel,
    ...(origin && { origin }),
    ...(wasHeard && { wordsNoted: context.words(words) }),
  });
};

const complaintOutcome = (context: LetterContext): Letter => {
  const { finding, words, reasonForLateness } = decidedAs(context.order.decided, 'OutcomeDecided');
  return renderLetter('complaint-outcome', {
    ...ofThisCase(context),
    finding,
    whatWeFound: context.words(words),
    ...(reasonForLateness !== undefined && { lateBecause: context.words(reasonForLateness) }),
  });
};

const marketingStopped = (context: LetterContext): Letter => {
  const { stopFor, origin } = receiptOf(context);
  return renderLetter('marketing-stopped', {
    ...ofThisCase(context),
    dueDate: context.order.dueDate,
    ...(stopFor && { stopFor }),
    ...(origin && { origin }),
  });
};

const approvalToManager = (context: LetterContext): Letter => {
  const { cutOff } = decidedAs(context.order.decided, 'ApprovalEscalated');
  const { command } = decidedAs(context.order.about, 'StepProposed');
  return renderLetter('approval-to-manager', { ...toStaff(context), cutOff, step: command.verb });
};

/** Letters of complaints, of objections to marketing, and of approvals that cannot wait. */
export const absoluteRightWriters = {
  'complaint-acknowledgement': complaintAcknowledgement,
  'complaint-progress': (context: LetterContext): Letter =>
    renderLetter('complaint-progress', {
      ...ofThisCase(context),
      howItStands: context.words(decidedAs(context.order.decided, 'ProgressDecided').words),
    }),
  'complaint-outcome': complaintOutcome,
  'progress-due': (context: LetterContext): Letter =>
    renderLetter('progress-due', {
      ...toStaff(context),
      since: decidedAs(context.order.decided, 'ProgressDue').since,
    }),
  'marketing-stopped': marketingStopped,
  'which-record': (context: LetterContext): Letter =>
    renderLetter('which-record', {
      ...ofThisCase(context),
      question: context.words(decidedAs(context.order.decided, 'RecordQuestionDecided').words),
    }),
  'approval-to-manager': approvalToManager,
  'escalation-to-manager': (context: LetterContext): Letter =>
    renderLetter('escalation-to-manager', {
      ...toStaff(context),
      ...(context.orderedBy !== undefined && { askedBy: context.orderedBy }),
    }),
} as const;
