import type { Extent, WordsId } from '../../names.js';
import type { DecidedErasureGround, ErasureException } from './commands.js';

/** What happens while it is decided what is erased, and it is. */
export interface ErasureEvents {
  ErasureGroundJudged: {
    readonly ground: DecidedErasureGround;
    readonly applies: boolean;
    readonly isFromChild?: boolean;
    readonly reasons: WordsId;
  };
  ErasureExceptionJudged: {
    readonly exception: ErasureException;
    readonly applies: boolean;
    readonly extent?: Extent;
    readonly reasons: WordsId;
  };
  DataErased: { readonly words: WordsId; readonly backups: WordsId; readonly wasPublic: boolean };
  PublicStepsRecorded: { readonly words: WordsId };
}

export const erasureEvents: Readonly<Record<keyof ErasureEvents, true>> = {
  ErasureGroundJudged: true,
  ErasureExceptionJudged: true,
  DataErased: true,
  PublicStepsRecorded: true,
};
