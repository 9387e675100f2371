import type { CaseRight } from '@duly/case';
import type { ToPerson } from './organisation.js';

/** What somebody sent is no request; they are told why. */
export interface DismissalData extends ToPerson {
  readonly rights: readonly [CaseRight, ...CaseRight[]];
  readonly reasons: string;
}
