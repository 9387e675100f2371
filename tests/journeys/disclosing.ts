import type { PackagesView, PackageView, ReviewView } from '@duly/api-contract';
import { until } from '@duly/infra';
import type { CaseLife } from './case-life.js';

/** Marks each item as looked at, and finishes the review. */
export async function reviewed(life: CaseLife): Promise<void> {
  const path = `/v1/cases/${life.id}/review`;
  const { items } = await life.handler.read<ReviewView>(path);
  for (const { id } of items) await life.handler.done(`${path}/items/${id}`, { mark: 'seen' });
  const { version } = await life.handler.read<ReviewView>(path);
  await life.handler.done(`${path}/finish`, { version });
}

/** The package of a case, once it is ready. */
export const packageOf = (life: CaseLife): Promise<PackageView> =>
  until('The package', 60, async () => {
    const { package: made } = await life.handler.read<PackagesView>(`/v1/cases/${life.id}/package`);
    if (made?.state === 'failed') throw new Error(`It failed: ${made.failedBecause}`);
    return made?.state === 'ready' ? made : undefined;
  });

/** Builds the package of what was collected. */
export async function built(life: CaseLife, body: object = {}): Promise<PackageView> {
  await reviewed(life);
  await life.handler.done(`/v1/cases/${life.id}/package`, body);
  return packageOf(life);
}
