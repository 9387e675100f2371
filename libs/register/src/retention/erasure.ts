import type { CivilDate } from '@duly/law';
import type { Block } from './blocks.js';
import type { PersonalRows, RowsThatStay } from './personal-rows.js';

export type ErasureState =
  'proposed' | 'rejected' | 'approved' | 'blocked' | 'destroying' | 'removing' | 'erased';

export interface ErasureOfRequest {
  readonly requestId: string;
  readonly reference: string;
  readonly dueOn: CivilDate;
  readonly state: ErasureState;
  /** Why it was passed over when its turn came. */
  readonly blocks: readonly Block[];
}

/** One request on its way, and the step at which it is. */
export interface ErasureToDo {
  readonly erasureId: string;
  readonly requestId: string;
  readonly state: 'approved' | 'destroying' | 'removing';
}

/** Requests that one person proposed to erase, and what a second made of it. */
export interface Erasure {
  readonly erasureId: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decision: 'approved' | 'rejected' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly requests: readonly ErasureOfRequest[];
}

export interface DestroyedKey {
  readonly of: 'request' | 'case' | 'copy';
  readonly id: string;
  readonly destroyedAt: string;
}

/** What is known of one request between its steps. */
export interface ErasureUnderWay extends Omit<Erasure, 'requests'> {
  readonly requestId: string;
  readonly dueOn: CivilDate;
  readonly scheduleVersion: number;
  readonly found: { readonly removed: PersonalRows; readonly kept: RowsThatStay } | null;
  readonly keys: readonly DestroyedKey[] | null;
}
