import type { Sinks } from '@temporalio/workflow';

/** The replay worker of an audit is named so; no other worker ever is. */
export const auditName = 'duly-audit';

/** What the workflow's code does again when it lives through a history once more, told to whoever audits it. */
export interface AuditSinks extends Sinks {
  readonly audit: {
    /** An Update was answered so. */
    answered(updateId: string, answer: unknown): void;
    /** An activity, local or not, was asked for with these arguments. */
    asked(activity: string, args: readonly unknown[], isLocal: boolean): void;
    /** The run ended with this. */
    ended(result: unknown): void;
  };
}
