import { createHash } from 'node:crypto';
import type { Problem, RequestOpened, StaffKept, TimelineView } from '@duly/api-contract';
import { staff, type StaffMember } from '../local/staff.js';
import { until } from '../local/waiting.js';
import type { EventType, MadeUpRequest, MadeUpStep } from './made-up-requests.data.js';

export interface Seeding {
  readonly apiUrl: string;
  /** An access token of whoever does it. */
  readonly token: string;
  /** Civil date in Europe/London. */
  readonly today: string;
}

const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** The same for the same step of the same day, so that a seeding that was broken off can be repeated. */
const keyOf = (...names: readonly string[]): string =>
  `seed-${createHash('sha256').update(names.join('/')).digest('hex').slice(0, 32)}`;

/** A call that is to be tried again is sent again as it was: its key lets it happen once. */
function call<Body>({ apiUrl, token }: Seeding, path: string, body?: object, key = ''): Promise<Body> {
  return until(`an answer to ${path}`, 60, async () => {
    const response = await fetch(`${apiUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Body | Problem;
    if (response.ok) return answer as Body;
    if (response.headers.has('retry-after')) return undefined;
    const { detail, remedy } = answer as Problem;
    throw new Error(`${path} was refused: ${detail} ${remedy}`);
  });
}

const hasHappened = (seeding: Seeding, caseId: string, type: EventType): Promise<true> =>
  until(`${type} in a made-up case`, 60, async () => {
    const { events } = await call<TimelineView>(seeding, `/v1/cases/${caseId}/timeline`);
    return events.some(event => event.type === type) || undefined;
  });

async function take(seeding: Seeding, opened: RequestOpened, step: MadeUpStep): Promise<void> {
  const { verb, toRequest, body, after, onDaysAgo } = step;
  const caseId = opened.cases[0]?.id ?? '';
  if (after) await hasHappened(seeding, caseId, after);
  const place = toRequest ? `requests/${opened.request}` : `cases/${caseId}`;
  const on = onDaysAgo === undefined ? {} : { on: dayBefore(seeding.today, onDaysAgo) };
  const key = keyOf(opened.request, verb);
  await call(seeding, `/v1/${place}/${verb}`, { ...body, ...on }, key);
}

/** Says who leads the made-up handlers and approvers, so that what goes to a manager has a reader. */
export async function keepManagers(seeding: Seeding): Promise<void> {
  const leads = staff.find(({ roles }) => roles.includes('manager'));
  const led = staff.filter(one => one !== leads && one.roles.includes('handler'));
  const keep = ({ id: subject, name, email, team }: StaffMember, more: object = {}) =>
    call<StaffKept>(seeding, '/v1/staff', { subject, name, email, team, ...more }, keyOf('staff', subject));
  if (!leads) return;
  const { id: manager } = await keep(leads);
  for (const one of led) await keep(one, { manager });
}

/** Opens one made-up request through the API and brings it to its stage. @returns its reference */
export async function openMadeUp(seeding: Seeding, made: MadeUpRequest): Promise<string> {
  const { stage, receivedDaysAgo, steps, ...letter } = made;
  const body = { ...letter, receivedOn: dayBefore(seeding.today, receivedDaysAgo) };
  const opened = await call<RequestOpened>(seeding, '/v1/requests', body, keyOf(seeding.today, stage));
  for (const step of steps) await take(seeding, opened, step);
  return opened.reference;
}
