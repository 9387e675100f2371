import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { WeighingEvents } from './events.js';

export const weighingLetters: Readonly<Record<keyof WeighingEvents, readonly LetterRule[]>> = {
  ObjectionWeighed: noLetters,
  ProcessingStopped: noLetters,
};
