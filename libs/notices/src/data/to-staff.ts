import type { CaseRight } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Organisation, ToPerson } from './organisation.js';

/** Letters to staff hold no name but that of the reader and of colleagues: the case is found by its reference. */
export interface ToStaff {
  readonly on: CivilDate;
  readonly language?: ToPerson['language'];
  readonly organisation: Organisation;
  readonly addressee: string;
  /** Of the case. */
  readonly reference: string;
  readonly right: CaseRight;
  readonly receivedOn: CivilDate;
  /** Page of the case, where there is one. */
  readonly page?: string;
}
