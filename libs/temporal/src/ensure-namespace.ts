import type { ConnectionLike } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

const alreadyExists = 6;
const notFound = 5;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;

/**
 * Makes the namespace where it is missing; one that is there keeps its retention. For servers of one's own: a hosted Temporal
 * has its namespaces made by its administrator.
 * @param retention days for which closed histories are kept
 * @returns whether it was made
 */
export async function ensureNamespace(
  { workflowService }: Pick<ConnectionLike, 'workflowService'>,
  namespace: string,
  retention: number,
): Promise<boolean> {
  try {
    await workflowService.describeNamespace({ namespace });
    return false;
  } catch (error) {
    if (codeOf(error) !== notFound) throw error;
  }
  try {
    const workflowExecutionRetentionPeriod = msToTs(retention * 86_400_000);
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
    return true;
  } catch (error) {
    if (codeOf(error) === alreadyExists) return false;
    throw error;
  }
}
