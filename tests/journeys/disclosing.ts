import type { PackagesView, PackageView, ReviewView } from '@duly/api-contract';
import { until } from '@duly/infra';
import type { CaseLife } from './case-life.js';

/** Marks each item as looked at, and finishes the review. */
export async function reviewed(life: CaseLife): Promise<void> {
  const path = `/v1/cases/${life.id}/review`;
  const { items } = await until('Everything clean', 60, async () => {
    const shown = await life.handler.read<ReviewView>(path);
    return shown.notClean === 0 ? shown : undefined;
  });
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

/** The ZIP, as a member of staff downloads it. */
export async function contentOf(life: CaseLife, { id }: PackageView): Promise<Buffer> {
  const token = await life.journey.servers.signIn.token('handler');
  const answer = await fetch(`${life.journey.url}/v1/cases/${life.id}/packages/${id}/content`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  return Buffer.from(await answer.arrayBuffer());
}

/** The link that a letter brings; empty where it brings none. */
export const linkIn = (letter: string): string =>
  /http:\/\/127\.0\.0\.1:\d+\/d\/[\w-]{43}/u.exec(letter)?.[0] ?? '';

/** Fetches what is behind a link, as its page does. */
export const fetched = (url: string, code?: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(code === undefined ? {} : { code }).toString(),
  });
