import { noLetters, type LetterRule } from '../../letter-rules.js';
import type { PortabilityEvents } from './events.js';

/** The answer lists what goes, what does not and why. */
export const portabilityLetters: Readonly<Record<keyof PortabilityEvents, readonly LetterRule[]>> = {
  ItemTested: noLetters,
  AgreementRecorded: noLetters,
  TransferDecided: noLetters,
};
