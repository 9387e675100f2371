import { noLetters, toRequester, toStaff, type LetterRule } from '../../letter-rules.js';
import type { ComplaintEvents } from './events.js';

export const complaintLetters: Readonly<Record<keyof ComplaintEvents, readonly LetterRule[]>> = {
  ComplaintAcknowledged: noLetters,
  ProgressDue: [toStaff('progress-due', 'handler')],
  ProgressDecided: toRequester('complaint-progress'),
  ProgressTold: noLetters,
  OutcomeDecided: toRequester('complaint-outcome'),
  ComplaintConcluded: noLetters,
};
