import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { LinkingEvents } from './events.js';

export const linkingLetters: Readonly<Record<keyof LinkingEvents, readonly LetterRule[]>> = {
  CaseLinked: noLetters,
  CaseUnlinked: noLetters,
};
