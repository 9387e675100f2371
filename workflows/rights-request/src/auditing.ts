import { auditName, type AuditSinks } from '@duly/case-protocol';
import {
  proxySinks,
  workflowInfo,
  type WorkflowInboundCallsInterceptor,
  type WorkflowInterceptors,
  type WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';

const { audit } = proxySinks<AuditSinks>();

/** Each hands on the very promise it was given: one more turn of the queue would change the order of what the code asks for. */
const inbound: WorkflowInboundCallsInterceptor = {
  handleUpdate: (input, next) => {
    const answer = next(input);
    answer.then(
      given => audit.answered(input.updateId, given),
      () => undefined,
    );
    return answer;
  },
  execute: (input, next) => {
    const result = next(input);
    result.then(
      given => audit.ended(given),
      () => undefined,
    );
    return result;
  },
};

const outbound: WorkflowOutboundCallsInterceptor = {
  scheduleLocalActivity: (input, next) => {
    audit.asked(input.activityType, input.args, true);
    return next(input);
  },
  scheduleActivity: (input, next) => {
    audit.asked(input.activityType, input.args, false);
    return next(input);
  },
};

/**
 * A replay compares the kinds of what is asked for, not the contents; so an audit hears the contents and compares them itself. On
 * every other worker this costs nothing.
 */
export function interceptors(): WorkflowInterceptors {
  return workflowInfo().taskQueue.startsWith(auditName) ? { inbound: [inbound], outbound: [outbound] } : {};
}
