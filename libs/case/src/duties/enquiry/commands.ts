import type { CommandedForRequest, VerbTraits } from '../../commanded.js';
import type { WordsId } from '../../names.js';

/** It is a request, and always was one: its day of receipt stays (R46). */
export interface Promote extends CommandedForRequest {
  readonly verb: 'promote';
  readonly words?: WordsId;
}
/** It is none. The person is told so, and can say that it is one. */
export interface Dismiss extends CommandedForRequest {
  readonly verb: 'dismiss';
  readonly reasons: WordsId;
}

export type EnquiryCommand = Promote | Dismiss;

export const enquiryVerbs: Readonly<Record<EnquiryCommand['verb'], VerbTraits>> = {
  promote: { request: true },
  dismiss: { request: true },
};
