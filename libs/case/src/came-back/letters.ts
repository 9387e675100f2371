import { noLetters, type LetterRule } from '../letter-rules.js';
import type { CameBackEvents } from './events.js';

/** What came back is written again by the order of the decision itself, not by one of its own. */
export const cameBackLetters: Readonly<Record<keyof CameBackEvents, readonly LetterRule[]>> = {
  NoticeBounced: noLetters,
  AutoReplyReceived: noLetters,
};
