import { noLetters, type LetterRule } from '../letter-rules.js';
import type { ScheduleEvents } from './events.js';

export const scheduleLetters: Readonly<Record<keyof ScheduleEvents, readonly LetterRule[]>> = {
  ScheduleChanged: noLetters,
};
