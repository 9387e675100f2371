import type { Particulars } from './commands.js';
import type { ParticularThatMayBeNone } from './particular-names.js';

/** What an access answer says about the processing. A later record takes the place of an earlier one. */
export interface ParticularsEvents {
  ParticularsRecorded: Particulars & {
    readonly isProcessed: boolean;
    /** Absent where nothing was said of it: then the answer says nothing of it either. */
    readonly none?: readonly ParticularThatMayBeNone[];
  };
}

export const particularsEvents: Readonly<Record<keyof ParticularsEvents, true>> = {
  ParticularsRecorded: true,
};
