import { renderLetter, type Letter } from '@duly/notices';
import { decidedAs, toPerson, toStaff, type LetterContext } from '../letter-context.js';

type Writer = (context: LetterContext) => Letter;

const dismissal: Writer = context =>
  renderLetter('dismissal', {
    ...toPerson(context),
    rights: context.rights,
    reasons: context.words(decidedAs(context.order.decided, 'DismissalDecided').reasons),
  });

const enquiryOverdue: Writer = context => {
  const { dueDate, planBy } = context.order;
  return renderLetter('enquiry-overdue', { ...toStaff(context), dueDate, planBy });
};

export const enquiryWriters = { dismissal, 'enquiry-overdue': enquiryOverdue } as const;
