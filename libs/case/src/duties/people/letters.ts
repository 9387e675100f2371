import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { PeopleEvents } from './events.js';

export const peopleLetters: Readonly<Record<keyof PeopleEvents, readonly LetterRule[]>> = {
  PeopleNamed: noLetters,
};
