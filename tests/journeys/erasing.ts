import type { CertificateView, ErasureTried, ErasureView, RetentionView } from '@duly/api-contract';
import { until } from '@duly/infra';
import { Database } from '@duly/postgres';
import { keysRole, Vault } from '@duly/vault';
import type { CaseLife } from './case-life.js';
import type { Journey } from './journey.js';

/** What an erasure of the whole request does: its keys are destroyed, in the database of keys. No master key is needed for that. */
export async function destroyKeysOf(requestId: string, { environment }: Journey): Promise<void> {
  const url = environment['KEYS_DATABASE_URL'] ?? '';
  const keys = await Database.open({ url, role: keysRole, poolSize: 1, application: 'duly spec' });
  try {
    const masterKeys = `spec:${Buffer.alloc(32).toString('base64')}`;
    await new Vault({ data: keys, keys, masterKeys }).destroyKeys(requestId);
  } finally {
    await keys.close();
  }
}

/** How long an answered case is kept; a case of the journey closes today. */
export async function putPeriod(journey: Journey, length: 'P0D' | 'P36M'): Promise<RetentionView> {
  const manager = await journey.as('manager');
  const { versions } = await manager.read<RetentionView>('/v1/retention');
  const [inForce] = versions;
  if (!inForce) throw new Error('Some schedule is always in force.');
  const answered = { ...inForce.periods.answered, months: length === 'P36M' ? 36 : 0, days: 0 };
  return manager.done('/v1/retention', { periods: { ...inForce.periods, answered } });
}

/** Waits until nothing stands against the erasure; what it would remove. */
export const nothingAgainst = async (
  journey: Journey,
  life: CaseLife,
): Promise<ErasureTried['requests'][number]> =>
  until('The end of all that stands against it', 60, async () => {
    const one = await tried(journey, life);
    return one.blocks.length === 0 ? one : undefined;
  });

export async function tried(journey: Journey, life: CaseLife): Promise<ErasureTried['requests'][number]> {
  const manager = await journey.as('manager');
  const { body } = await manager.post<ErasureTried>('/v1/erasures/try', { requests: [life.opened.request] });
  const [one] = body.requests;
  if (!one) throw new Error('Nothing was tried.');
  return one;
}

/** Proposed by the manager, approved by somebody else, and certified. */
export async function erased(journey: Journey, life: CaseLife): Promise<CertificateView> {
  await nothingAgainst(journey, life);
  const manager = await journey.as('manager');
  const { id } = await manager.done<ErasureView>('/v1/erasures', { requests: [life.opened.request] });
  await (await journey.as('approver')).done(`/v1/erasures/${id}/approve`, {});
  return until('The certificate', 60, async () => {
    const { status, body } = await manager.get<CertificateView>(
      `/v1/requests/${life.opened.request}/erasure`,
    );
    return status === 200 ? body : undefined;
  });
}
