import { erasureGrounds, type refusalGrounds, type CivilDate } from '@duly/law';
import {
  ofCaseAlone,
  destroyingOfCase,
  type Commanded,
  type Destroying,
  type VerbTraits,
} from '../../commanded.js';
import type { Extent, WordsId } from '../../names.js';

/** UK GDPR Art 17(1)(a)–(f), by the names of the law. Ground (g) is in force nowhere yet (R10). */
export type DecidedErasureGround = keyof typeof erasureGrounds;
export const decidedErasureGrounds = Object.keys(erasureGrounds) as readonly DecidedErasureGround[];

type ErasureRefusal = Extract<keyof (typeof refusalGrounds)['erasure'], string>;
/** UK GDPR Art 17(3)(a)–(e). */
export const erasureExceptions = [
  'freedom_of_expression',
  'legal_obligation_or_public_task',
  'public_health',
  'archiving_or_research',
  'legal_claims',
] as const satisfies readonly ErasureRefusal[];
export type ErasureException = (typeof erasureExceptions)[number];

/** UK GDPR Art 17(1): whether one ground applies. */
export interface JudgeErasureGround extends Commanded {
  readonly verb: 'judge-erasure-ground';
  readonly ground: DecidedErasureGround;
  readonly applies: boolean;
  /** Whether the data was collected from a child: then the reasons give that its weight. */
  readonly isFromChild?: boolean;
  readonly reasons: WordsId;
}
/** UK GDPR Art 17(3): whether the data, or a part of it, is kept although a ground applies. */
export interface JudgeErasureException extends Commanded {
  readonly verb: 'judge-erasure-exception';
  readonly exception: ErasureException;
  readonly applies: boolean;
  /** To how much of the data; needed where it applies. */
  readonly extent?: Extent;
  readonly reasons: WordsId;
}
/** The step that cannot be taken back. */
export interface CarryOutErasure extends Destroying {
  readonly verb: 'carry-out-erasure';
  /** What was erased. */
  readonly words: WordsId;
  /** What happens to the backups, and until when, as the person reads it. */
  readonly backups: WordsId;
  /** Whether the data had been made public. */
  readonly wasPublic: boolean;
}
/** UK GDPR Art 17(2): reasonable steps, so that others who process what was made public learn that it is to be erased. */
export interface RecordPublicSteps extends Commanded {
  readonly verb: 'record-public-steps';
  readonly words: WordsId;
  readonly on: CivilDate;
}

export type ErasureCommand = JudgeErasureGround | JudgeErasureException | CarryOutErasure | RecordPublicSteps;

export const erasureVerbs: Readonly<Record<ErasureCommand['verb'], VerbTraits>> = {
  'judge-erasure-ground': ofCaseAlone,
  'judge-erasure-exception': ofCaseAlone,
  'carry-out-erasure': destroyingOfCase,
  'record-public-steps': ofCaseAlone,
};
