import type { CaseRight } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { ToPerson } from './organisation.js';

/** Art 11(2): about every case of the request. */
export interface CannotIdentifyData extends ToPerson {
  readonly reasons: string;
  /** What the person could send that would help. */
  readonly whatWouldHelp?: string;
}

/** Written to whoever acts for somebody who has died. */
export interface DeathData extends ToPerson {
  readonly right: CaseRight;
  readonly closedOn: CivilDate;
}

export interface ReclassificationData extends ToPerson {
  /** As it was read at first. */
  readonly right: CaseRight;
  readonly as: CaseRight;
  readonly reasons: string;
}
