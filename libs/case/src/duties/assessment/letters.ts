import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { AssessmentEvents } from './events.js';

export const assessmentLetters: Readonly<Record<keyof AssessmentEvents, readonly LetterRule[]>> = {
  RequestAssessed: noLetters,
};
