import { noLetters, toRequester, toStaff, type LetterRule } from '../../letter-rules.js';
import type { EnquiryEvents } from './events.js';

export const enquiryLetters: Readonly<
  Record<Exclude<keyof EnquiryEvents, 'EnquiryPromoted'>, readonly LetterRule[]>
> = {
  DismissalDecided: toRequester('dismissal', 'request'),
  EnquiryDismissed: noLetters,
  EnquiryOverdue: [toStaff('enquiry-overdue', 'handler'), toStaff('enquiry-overdue', 'manager')],
};
