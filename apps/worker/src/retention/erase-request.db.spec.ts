import { randomUUID } from 'node:crypto';
import { certificateHash, type ErasureToDo, type Register } from '@duly/register';
import { isErased } from '@duly/vault';
import { anOffice, aRequest, firstStep, on, type GivenOffice, type GivenRequest } from '../worker.given.js';
import { eraseRequest, type DocumentsOfRequests, type ErasingRoom } from './erase-request.js';

let office: GivenOffice;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.stop());

const none = { months: 0, days: 0 };
const subject = { name: 'Zebedee Quince', email: 'zebedee@example.org' };
const documents: DocumentsOfRequests = {
  countOf: () => Promise.resolve(2),
  removeOf: () => Promise.resolve(),
};

const roomWith = (changes: Partial<ErasingRoom> = {}): ErasingRoom => ({
  register: office.register,
  vault: office.vault,
  documents,
  leads: [none, none],
  backupLife: { months: 0, days: 35 },
  ...changes,
});

/** A request of two cases that closed in 2020, whose erasure is approved. */
async function approved(): Promise<{ request: GivenRequest; one: ErasureToDo }> {
  const { register } = office;
  const request = await aRequest(office, { subject });
  const { requestId, openings } = request;
  for (const opening of openings) {
    const step = firstStep(opening);
    const closed = { state: 'CLOSED_COMPLETED', outcome: 'answered', closedOn: on('2020-01-31') } as const;
    await register.cases.applyStep({ ...step, letters: [], summary: { ...step.summary, ...closed } });
  }
  await register.staff.signedIn({
    staffId: 'staff-7',
    name: 'Morgan',
    email: 'm@council.example',
    roles: ['manager'],
  });
  for (const number of [1, 2] as const) {
    const [retained] = await register.retention.retained([requestId]);
    if (retained) await register.retentionWarnings.note(retained, number);
  }
  const erasureId = randomUUID();
  expect(await register.erasures.propose(erasureId, [requestId], [none, none], 'staff-7')).toEqual([]);
  expect(await register.erasures.decide(erasureId, 'approved', 'staff-8')).toBe('decided');
  return { request, one: { erasureId, requestId, state: 'approved' } };
}

const left = async ({ requestId }: ErasureToDo): Promise<ErasureToDo | undefined> =>
  (await office.register.erasures.toDo(100)).find(one => one.requestId === requestId);

async function isCertified({ request, one }: Awaited<ReturnType<typeof approved>>): Promise<void> {
  const { requestId, openings } = request;
  expect(await left(one)).toBeUndefined();
  const kept = await office.register.certificates.of(requestId);
  expect(kept?.certificate).toMatchObject({
    requestId,
    proposedBy: 'staff-7',
    approvedBy: 'staff-8',
    removed: { people: 1, words: 1, documents: 2 },
    cases: [{ closedOn: '2020-01-31', kept: { months: 36, days: 0 } }, { outcome: 'answered' }],
  });
  expect(kept?.certificate.keys.map(({ of }) => of)).toEqual(['request', 'case', 'case']);
  expect(kept && certificateHash(kept.certificate)).toBe(kept?.hash);
  expect(JSON.stringify(kept)).not.toContain('Zebedee');
  expect(isErased(await office.vault.people(requestId))).toBe(true);
  for (const { caseId } of openings)
    expect(isErased(await office.vault.commitments.openings({ caseId }, ['event 1']))).toBe(true);
  const actions = (await office.register.audit(requestId)).map(({ action }) => action);
  for (const action of ['KeysDestroyed', 'RequestErased'])
    expect(actions.filter(one => one === action)).toEqual([action]);
}

describe('the erasure of a request', () => {
  it('destroys its keys, removes what they sealed, and is certified without a name', async () => {
    const given = await approved();
    await eraseRequest(roomWith(), given.one);
    await isCertified(given);
    await eraseRequest(roomWith(), given.one);
    await isCertified(given);
  });

  const dies = () => Promise.reject(new Error('killed'));
  /** The register, which dies before or after it has done one of the steps. */
  const dying = (step: 'begin' | 'keysDestroyed' | 'finish', when: 'before' | 'after'): Register => {
    const { erasures } = office.register;
    const real = erasures[step].bind(erasures) as (...args: unknown[]) => Promise<unknown>;
    const killed = (...args: unknown[]) => (when === 'before' ? dies() : real(...args).then(dies));
    const broken = Object.assign(Object.create(erasures) as typeof erasures, { [step]: killed });
    return Object.assign(Object.create(office.register) as Register, { erasures: broken });
  };

  it.each(
    (['begin', 'keysDestroyed', 'finish'] as const).flatMap(step =>
      (['before', 'after'] as const).map(when => [when, step] as const),
    ),
  )('goes on to its end after a death %s %s', async (when, step) => {
    const given = await approved();
    await expect(eraseRequest(roomWith({ register: dying(step, when) }), given.one)).rejects.toThrow(
      'killed',
    );
    const next = await left(given.one);
    if (next) await eraseRequest(roomWith(), next);
    await isCertified(given);
  });

  it('goes on after a death between the keys and the register, and while documents are removed', async () => {
    const given = await approved();
    const vault = Object.assign(Object.create(office.vault) as typeof office.vault, {
      destroyKeys: (requestId: string) => office.vault.destroyKeys(requestId).then(dies),
    });
    await expect(eraseRequest(roomWith({ vault }), given.one)).rejects.toThrow('killed');
    expect(await left(given.one)).toMatchObject({ state: 'destroying' });
    const broken = { ...documents, removeOf: dies };
    await expect(eraseRequest(roomWith({ documents: broken }), (await left(given.one))!)).rejects.toThrow(
      'killed',
    );
    expect(await left(given.one)).toMatchObject({ state: 'removing' });
    await eraseRequest(roomWith(), (await left(given.one))!);
    await isCertified(given);
  });
});
