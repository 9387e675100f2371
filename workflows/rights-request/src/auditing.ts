import { auditName, type AuditSinks } from '@duly/case-protocol';
import {
  proxySinks,
  workflowInfo,
  type WorkflowInboundCallsInterceptor,
  type WorkflowInterceptors,
  type WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';

const { audit } = proxySinks<AuditSinks>();

const inbound: WorkflowInboundCallsInterceptor = {
  handleUpdate: async (input, next) => {
    const answer = await next(input);
    audit.answered(input.updateId, answer);
    return answer;
  },
  execute: async (input, next) => {
    const result = await next(input);
    audit.ended(result);
    return result;
  },
};

const outbound: WorkflowOutboundCallsInterceptor = {
  scheduleLocalActivity: (input, next) => {
    audit.asked(input.activityType, input.args);
    return next(input);
  },
  scheduleActivity: (input, next) => {
    audit.asked(input.activityType, input.args);
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
