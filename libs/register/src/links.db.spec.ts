import { randomUUID } from 'node:crypto';
import type { LinkReason } from '@duly/case';
import type { LikenessKind } from './look-alikes.js';
import type { Register } from './register.js';
import { aRegister, aRequest, aStep, anEvent, on, received } from './register.given.js';

let register: Register;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterAll(() => stop());

/** A request whose subject has these marks, and its one case. */
async function accepted(hash = randomUUID(), kind: LikenessKind = 'name') {
  const request = aRequest({ likeness: [{ kind, hash }] });
  const { reference, cases } = await register.accept(request);
  const [first] = cases;
  if (!first) throw new Error('A request has a case.');
  return { requestId: request.requestId, reference, summary: first.summary };
}
type Accepted = Awaited<ReturnType<typeof accepted>>;

async function linked({ summary }: Accepted, other: Accepted, because: LinkReason): Promise<void> {
  const link = anEvent(2, 'CaseLinked', { other: other.summary.reference, because });
  await register.cases.applyStep(aStep({ summary: { ...summary, version: 2 }, events: [received(), link] }));
}

describe('links between cases', () => {
  it('are shown by both, and by the one that holds them as its own', async () => {
    const [one, other] = [await accepted(), await accepted()];
    await linked(one, other, 'repeat');
    const shown = { because: 'repeat', linkedOn: '2036-03-31' };
    expect(await register.links.of(one.summary.caseId, one.summary.reference)).toEqual([
      { ...shown, reference: other.summary.reference, isHeldHere: true },
    ]);
    expect(await register.links.of(other.summary.caseId, other.summary.reference)).toEqual([
      { ...shown, reference: one.summary.reference, isHeldHere: false },
    ]);
  });

  it('gather the requests of one person, over several steps and from either side', async () => {
    const [first, second, third] = [await accepted(), await accepted(), await accepted()];
    await linked(second, first, 'same-person');
    await linked(third, second, 'duplicate');
    const all = [first, second, third].map(({ requestId }) => requestId);
    for (const { requestId } of [first, second, third]) {
      expect([...(await register.links.requestsOfSamePerson(requestId))].sort()).toEqual([...all].sort());
    }
  });

  it('do not where they are only related', async () => {
    const [one, other] = [await accepted(), await accepted()];
    await linked(one, other, 'related');
    expect(await register.links.requestsOfSamePerson(one.requestId)).toEqual([one.requestId]);
  });

  it('are gone once they are undone', async () => {
    const [one, other] = [await accepted(), await accepted()];
    await linked(one, other, 'same-person');
    const undone = anEvent(3, 'CaseUnlinked', { other: other.summary.reference, reasons: randomUUID() });
    await register.cases.applyStep(aStep({ summary: { ...one.summary, version: 3 }, events: [undone] }));
    expect(await register.links.of(one.summary.caseId, one.summary.reference)).toEqual([]);
  });
});

describe('requests that look alike', () => {
  it('are found by the same hash, and forgotten when the request is erased', async () => {
    const hash = randomUUID();
    const [one, other, stranger] = [await accepted(hash), await accepted(hash), await accepted()];
    expect(await register.lookAlikes.of(one.requestId)).toEqual([
      { requestId: other.requestId, reference: other.reference, receivedOn: '2036-03-31', same: ['name'] },
    ]);
    expect(await register.lookAlikes.of(stranger.requestId)).toEqual([]);
    await register.lookAlikes.forget(other.requestId);
    expect(await register.lookAlikes.of(one.requestId)).toEqual([]);
  });

  it('are to be judged by a person where an address or number is alike, and are not once two cases are linked (R49a)', async () => {
    const hash = randomUUID();
    const alike = (kind: LikenessKind) => accepted(hash, kind);
    const [one, other, namesake] = [await alike('email'), await alike('email'), await alike('name')];
    expect(await register.lookAlikes.unjudged([one.requestId])).toEqual([other.requestId]);
    expect(await register.lookAlikes.unjudged([namesake.requestId])).toEqual([]);
    await linked(other, one, 'related');
    expect(await register.lookAlikes.unjudged([one.requestId])).toEqual([]);
  });
});

describe('the cases that hold a person’s data on a day (R49a)', () => {
  it('are those received by then and not closed before, however they stand today', async () => {
    const one = await accepted();
    const held = (day: string) =>
      register.cases.holding({ requestIds: [one.requestId], caseId: randomUUID(), on: on(day) }, ['access']);
    expect(await held('2036-03-30')).toEqual([]);
    expect(await held('2036-03-31')).toEqual([one.summary.reference]);
    const closed = { ...one.summary, version: 2, closedOn: on('2036-04-14') };
    const answered = anEvent(2, 'RequestAnswered', { decided: 1, extent: 'wholly' });
    await register.cases.applyStep(aStep({ summary: closed, events: [received(), answered] }));
    expect(await held('2036-04-13')).toEqual([one.summary.reference]);
    expect(await held('2036-04-14')).toEqual([]);
    expect(await held('2036-04-15')).toEqual([]);
  });
});
