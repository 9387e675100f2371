import { ofCaseAlone, type Commanded, type VerbTraits } from '../../commanded.js';
import type { CaseReference, WordsId } from '../../names.js';

/**
 * What a handler has found two cases to be to each other. All but `related` say that both are about the same person: on these a
 * hold looks (DPA 2018 s.173).
 */
export const linkReasons = ['same-person', 'duplicate', 'repeat', 'related'] as const;
export type LinkReason = (typeof linkReasons)[number];

/** A person says it, never the machine: a likeness alone proves nothing. */
export interface LinkCase extends Commanded {
  readonly verb: 'link-case';
  readonly other: CaseReference;
  readonly because: LinkReason;
  readonly words?: WordsId;
}
export interface UnlinkCase extends Commanded {
  readonly verb: 'unlink-case';
  readonly other: CaseReference;
  readonly reasons: WordsId;
}

export type LinkingCommand = LinkCase | UnlinkCase;

export const linkingVerbs: Readonly<Record<LinkingCommand['verb'], VerbTraits>> = {
  'link-case': ofCaseAlone,
  'unlink-case': ofCaseAlone,
};
