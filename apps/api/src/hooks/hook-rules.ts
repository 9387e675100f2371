import type { TargetRules } from '@duly/courier';

/** Which addresses may be registered: those that the worker would call. */
export class HookRules {
  constructor(readonly target: TargetRules) {}
}
