import type { CaseReference, WordsId } from '../../names.js';
import type { LinkReason } from './commands.js';

/** What ties a case to another one. The case on which it was said holds the link; both show it. */
export interface LinkingEvents {
  CaseLinked: { readonly other: CaseReference; readonly because: LinkReason; readonly words?: WordsId };
  CaseUnlinked: { readonly other: CaseReference; readonly reasons: WordsId };
}

export const linkingEvents: Readonly<Record<keyof LinkingEvents, true>> = {
  CaseLinked: true,
  CaseUnlinked: true,
};
