/**
 * Every change of workflow code that running cases can tell from what was before. A patch is named here before `patched(id)` may
 * ask for it, and is removed from the code only when no case opened before its date is open any more (see infra/decisions).
 */
export interface Patch {
  readonly since: string;
  readonly reason: string;
  /** What must hold before the old branch may go. */
  readonly removableWhen: string;
}

export const patches: Readonly<Record<string, Patch>> = {};
