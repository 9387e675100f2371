import { noLetters, type LetterRule } from '../letter-rules.js';
import type { CalendarEvents } from './events.js';

export const calendarLetters: Readonly<Record<keyof CalendarEvents, readonly LetterRule[]>> = {
  CalendarChanged: noLetters,
};
