import type { CivilDate } from '@duly/law';

export interface ApprovalEvents {
  /** A step still waits for approval close to the day on which it must be taken: the manager is told at once. */
  ApprovalEscalated: { readonly proposal: number; readonly cutOff: CivilDate };
}

export const approvalEvents: Readonly<Record<keyof ApprovalEvents, true>> = { ApprovalEscalated: true };
