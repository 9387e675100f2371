import type { WordsId } from '../../names.js';

export interface TakingBackEvents {
  /** The event of that number was recorded by mistake: nothing is judged by it, and no letter tells it, from now on. */
  RecordTakenBack: { readonly record: number; readonly reasons: WordsId };
}

export const takingBackEvents: Readonly<Record<keyof TakingBackEvents, true>> = { RecordTakenBack: true };
