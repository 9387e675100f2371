import { randomUUID } from 'node:crypto';
import type { Package, Register } from '../index.js';
import { aRegister, aStep, on } from '../register.given.js';

let register: Register;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterAll(() => stop());

interface Where {
  readonly caseId: string;
  readonly requestId: string;
}

async function aCase(): Promise<Where & { readonly reference: string }> {
  const { caseId, requestId, reference } = aStep();
  await register.cases.applyStep(
    aStep({ caseId, requestId, reference, summary: { ...aStep().summary, caseId, requestId, reference } }),
  );
  return { caseId, requestId, reference };
}

const inputs = { records: [], originals: [], leftOut: [] };
const toMake = (where: Where & { readonly reference: string }, packageId = randomUUID()) => ({
  ...{ ...where, packageId, inputs, isEncrypted: false, passwordWords: null },
  ...{ reviewVersion: 'v', madeOn: on('2036-04-08') },
});

async function aPackage(where: Where & { readonly reference: string }): Promise<Package> {
  const { packages } = register.disclosing;
  const made = toMake(where);
  await packages.make(made, 'staff-1');
  await packages.ready(made.packageId, 7, randomUUID(), 86_400);
  return (await packages.byId(made.packageId))!;
}

/** A delivery by a link with a secret, good for some uses. */
async function aLink(given: { readonly uses?: number; readonly codeBy?: 'phone' | null } = {}) {
  const where = await aCase();
  const { packageId } = await aPackage(where);
  const deliveryId = randomUUID();
  const { deliveries, deliveryLinks } = register.disclosing;
  const delivery = { deliveryId, packageId, caseId: where.caseId, requestId: where.requestId };
  await deliveries.prepare(
    {
      ...delivery,
      way: 'link',
      codeBy: given.codeBy ?? null,
      uses: given.uses ?? 1,
      days: 14,
      recipient: 'requester',
    },
    'staff-1',
  );
  const secret = randomUUID();
  await deliveryLinks.giveSecret(deliveryId, secret);
  await deliveryLinks.linkSent(deliveryId);
  return { ...where, packageId, deliveryId, secret };
}

const happened = async (caseId: string) =>
  (await register.disclosing.deliveries.events(caseId)).map(({ what }) => what);
/** What the audit log says of a delivery. */
const audited = async ({ requestId, deliveryId }: { requestId: string; deliveryId: string }) =>
  (await register.audit(requestId)).flatMap(({ action, by, detail }) =>
    action === 'DeliveryHappened' && detail?.['delivery'] === deliveryId ? [[detail['what'], by]] : [],
  );
const tasksOf = async (caseId: string) =>
  (await register.tasks.list({ caseId })).items.map(({ kind }) => kind).filter(kind => kind !== 'assess');
const expire = (deliveryId: string) =>
  register.database.change('UPDATE register.delivery_link SET until = now() WHERE delivery_id = $1', [
    deliveryId,
  ]);

describe('a review', () => {
  it('keeps each mark once and those taken back, and is finished only for exactly what was seen', async () => {
    const where = await aCase();
    const { reviews } = register.disclosing;
    const mark = { markId: randomUUID(), documentId: randomUUID(), mark: 'seen' } as const;
    const before = (await reviews.of(where.caseId)).version;
    await reviews.mark(where, mark, 'staff-1');
    await reviews.mark(where, mark, 'staff-1');
    const marked = await reviews.of(where.caseId);
    expect([marked.marks.length, marked.version === before]).toEqual([1, false]);
    expect(await reviews.finish(where, before, 'staff-1')).toBe(false);
    expect(await reviews.finish(where, marked.version, 'staff-1')).toBe(true);
    expect(await reviews.takeBack({ ...where, caseId: randomUUID() }, mark.markId, 'staff-2')).toBe(false);
    expect(await reviews.takeBack(where, mark.markId, 'staff-2')).toBe(true);
    expect(await reviews.takeBack(where, mark.markId, 'staff-2')).toBe(false);
    const after = await reviews.of(where.caseId);
    expect([after.version, after.finishes, after.marks[0]?.takenBackBy]).toEqual([before, [], 'staff-2']);
    const log = (await register.audit(where.requestId)).map(({ action }) => action);
    expect(log.filter(action => action.startsWith('Review'))).toEqual([
      ...['ReviewMarked', 'ReviewFinished', 'ReviewMarkTakenBack'],
    ]);
  });
});

describe('a package', () => {
  it('is built one at a time for a case; the same call again makes none', async () => {
    const where = await aCase();
    const { packages } = register.disclosing;
    const first = toMake(where);
    expect(await packages.make(first, 'staff-1')).toBe(true);
    expect(await packages.make(first, 'staff-1')).toBe(true);
    expect(await packages.make(toMake(where), 'staff-1')).toBe(false);
    await packages.failed(first.packageId, 'document-missing');
    const second = toMake(where);
    expect(await packages.make(second, 'staff-1')).toBe(true);
    expect((await packages.ofCase(where.caseId)).map(({ number, state }) => [number, state])).toEqual([
      [2, 'building'],
      [1, 'failed'],
    ]);
  });

  it('is planned once, written file by file, and says while it is built what it waits for', async () => {
    const where = await aCase();
    const { packages } = register.disclosing;
    const { packageId } = toMake(where);
    await packages.make(toMake(where, packageId), 'staff-1');
    const part = (number: number, path: string) => ({
      ...{ number, partId: randomUUID(), path, mediaType: 'text/plain', description: 'A file' },
    });
    await packages.plan(packageId, [part(1, 'a'), part(2, 'b')]);
    await packages.plan(packageId, [part(1, 'c'), part(2, 'd')]);
    await packages.waitsFor(packageId, 'store-full');
    expect((await packages.byId(packageId))?.failure).toBe('store-full');
    await packages.partWritten(packageId, 1, 7);
    expect(await packages.byId(packageId)).toMatchObject({ parts: 2, partsWritten: 1, failure: null });
    expect((await packages.parts(packageId)).map(({ path, isWritten }) => [path, isWritten])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('dies on its own day, and every delivery of it ends; that both were there stays', async () => {
    const link = await aLink();
    const { packages, deliveries, deliveryLinks } = register.disclosing;
    await packages.destroyed(link.packageId);
    await packages.destroyed(link.packageId);
    expect((await packages.byId(link.packageId))?.state).toBe('destroyed');
    expect((await deliveries.byId(link.deliveryId))?.endedAt).not.toBeNull();
    expect((await deliveryLinks.look(link.secret))?.state).toBe('ended');
    expect(await deliveryLinks.consume(link.secret, null, 5)).toBeUndefined();
    expect((await happened(link.caseId)).filter(what => what === 'copy-destroyed')).toHaveLength(1);
  });
});

describe('a link', () => {
  it('gives the copy no more often than its uses, to however many at once', async () => {
    const link = await aLink({ uses: 2 });
    const { deliveryLinks } = register.disclosing;
    const all = await Promise.all(
      Array.from({ length: 6 }, () => deliveryLinks.consume(link.secret, null, 5)),
    );
    expect(all.filter(one => one?.state === 'open')).toHaveLength(2);
    expect(await audited(link)).toEqual([
      ['sent', 'post'],
      ['used-up', 'person'],
    ]);
  });

  it('is locked by wrong codes, with a task; a new code opens it, and ends the task', async () => {
    const link = await aLink({ codeBy: 'phone' });
    const { deliveryLinks } = register.disclosing;
    expect(await tasksOf(link.caseId)).toEqual(['tell-code']);
    // Before any code was told none is right.
    expect((await deliveryLinks.consume(link.secret, 'guess', 2))?.state).toBe('wrong-code');
    expect((await deliveryLinks.consume(link.secret, 'guess', 2))?.state).toBe('locked');
    expect(await deliveryLinks.consume(link.secret, 'guess', 2)).toBeUndefined();
    expect(await tasksOf(link.caseId)).toContain('unlock-delivery');
    expect(await deliveryLinks.giveCode(link.deliveryId, 'staff-1', () => Promise.resolve('right'))).toBe(1);
    expect(await tasksOf(link.caseId)).toEqual([]);
    expect((await deliveryLinks.consume(link.secret, 'right', 2))?.state).toBe('open');
  });

  it('expires, which is said once and stands in the log; a new one ends it, and only one is asked for at a time', async () => {
    const link = await aLink();
    const { deliveryLinks } = register.disclosing;
    await expire(link.deliveryId);
    expect((await deliveryLinks.look(link.secret))?.state).toBe('expired');
    expect([await deliveryLinks.tellExpired(20), await deliveryLinks.tellExpired(20)]).toEqual([1, 0]);
    expect(await deliveryLinks.renew(link.deliveryId, 'staff-2')).toBe(true);
    expect(await deliveryLinks.renew(link.deliveryId, 'staff-2')).toBe(false);
    expect(await deliveryLinks.linksToSend(20)).toMatchObject([{ deliveryId: link.deliveryId, number: 2 }]);
    const fresh = randomUUID();
    expect((await deliveryLinks.giveSecret(link.deliveryId, fresh))?.number).toBe(2);
    await deliveryLinks.linkSent(link.deliveryId);
    await deliveryLinks.linkSent(link.deliveryId);
    expect((await deliveryLinks.look(link.secret))?.state).toBe('ended');
    expect((await deliveryLinks.consume(fresh, null, 5))?.state).toBe('open');
    expect(await audited(link)).toEqual([
      ['sent', 'post'],
      ['opened', 'person'],
      ['expired', 'time'],
      ['renewal-asked', 'staff-2'],
      ['sent-again', 'post'],
      ['used-up', 'person'],
    ]);
  });

  it('that is looked at, by a mail scanner for one, is not used up, and is opened once', async () => {
    const link = await aLink();
    const { deliveryLinks } = register.disclosing;
    for (let look = 0; look < 3; look += 1) await deliveryLinks.look(link.secret);
    expect(await happened(link.caseId)).toEqual(['prepared', 'sent', 'opened']);
    expect((await deliveryLinks.links(link.caseId))[0]).toMatchObject({ used: 0, uses: 1 });
    expect(await deliveryLinks.look('nobody’s')).toBeUndefined();
  });
});
