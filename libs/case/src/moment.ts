import type { Instant } from '@duly/law';
import type { Draft } from './decide/judging.js';

/** Something that time alone brings about, once, and the moment from which it is due. */
export interface Moment {
  readonly at: Instant;
  readonly drafts: readonly Draft[];
}
