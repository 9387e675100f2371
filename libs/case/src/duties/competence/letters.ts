import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { CompetenceEvents } from './events.js';

export const competenceLetters: Readonly<Record<keyof CompetenceEvents, readonly LetterRule[]>> = {
  CompetenceAssessed: noLetters,
};
