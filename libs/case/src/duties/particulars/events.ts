import type { Particulars } from './commands.js';

/** What an access answer says about the processing. A later record takes the place of an earlier one. */
export interface ParticularsEvents {
  ParticularsRecorded: Particulars & { readonly isProcessed: boolean };
}

export const particularsEvents: Readonly<Record<keyof ParticularsEvents, true>> = {
  ParticularsRecorded: true,
};
