import { randomUUID } from 'node:crypto';
import type { Register, SourceToRegister } from '../index.js';
import { aRegister } from '../register.given.js';

let register: Register;
let stop: () => Promise<void>;
beforeEach(async () => {
  ({ register, stop } = await aRegister());
});
afterEach(() => stop());

const aSource = (name: string, given: Partial<SourceToRegister> = {}): SourceToRegister => ({
  sourceId: randomUUID(),
  name,
  title: 'Housing team',
  kind: 'task',
  rights: null,
  entities: [
    {
      name: 'tenancy',
      description: 'What we keep of a tenancy.',
      fields: [
        { name: 'rent', type: 'decimal', description: 'The rent.', origin: 'provided', basis: 'contract' },
      ],
    },
  ],
  terms: { kind: 'task', email: 'housing@council.example' },
  secret: null,
  ...given,
});
const begun = (caseId = randomUUID(), right: 'access' | 'portability' = 'access') =>
  register.sourceAsks.begin({ caseId, requestId: randomUUID(), purpose: 'collect', right, by: 'staff-1' });

describe('a collection', () => {
  it('asks each source of the right once, with its fields as they are then', async () => {
    await register.sources.register(aSource('housing'), 'admin');
    await register.sources.register(aSource('parking', { rights: ['portability'] }), 'admin');
    const caseId = randomUUID();
    const asks = await begun(caseId);
    expect(asks.map(({ source, state }) => [source, state])).toEqual([['housing', 'waiting']]);
    await register.sources.change(asks[0]?.sourceId ?? '', { title: 'Homes', entities: [] }, 'admin');
    expect((await begun(caseId))[0]).toMatchObject({
      askId: asks[0]?.askId,
      title: 'Homes',
      entities: asks[0]?.entities,
    });
    await register.sources.register(aSource('library'), 'admin');
    expect((await begun(caseId)).map(({ source }) => source)).toEqual(['housing', 'library']);
  });

  it('is complete once each source has answered or was set aside, and not before', async () => {
    await register.sources.register(aSource('housing'), 'admin');
    await register.sources.register(aSource('library'), 'admin');
    const caseId = randomUUID();
    const [one, other] = (await begun(caseId)).map(({ askId }) => askId) as [string, string];
    await register.sourceAsks.asked(one, '2036-03-31T09:00:00.000Z');
    expect(await register.sourceAsks.complete(caseId, 'collect')).toBe(false);
    expect(await register.sourceAsks.answer(one, { answer: 'nothing-held', by: 'staff-2' })).toBe('recorded');
    expect(await register.sourceAsks.complete(caseId, 'collect')).toBe(false);
    expect(await register.sourceAsks.setAside(other, randomUUID(), 'staff-1')).toBe(true);
    expect(await register.sourceAsks.complete(caseId, 'collect')).toBe(true);
    expect((await register.sourceAsks.collection(caseId, 'collect'))?.completedAt).not.toBeNull();
    expect(await register.sourceAsks.askAgain(other, 'staff-1')).toBe(true);
    expect((await register.sourceAsks.collection(caseId, 'collect'))?.completedAt).toBeNull();
  });

  it('takes one answer of a source, and found only with what was found', async () => {
    await register.sources.register(aSource('housing'), 'admin');
    const [ask] = await begun();
    const askId = ask?.askId ?? '';
    expect(await register.sourceAsks.answer(askId, { answer: 'found', by: 'source' })).toBe('no-documents');
    expect(await register.sourceAsks.answer(askId, { answer: 'nothing-held', by: 'source' })).toBe(
      'recorded',
    );
    expect(await register.sourceAsks.answer(askId, { answer: 'nothing-held', by: 'source' })).toBe('settled');
    expect(await register.sourceAsks.setAside(askId, randomUUID(), 'staff-1')).toBe(false);
  });

  it('has no answer without its reason or its exemption', async () => {
    await register.sources.register(aSource('housing'), 'admin');
    const askId = (await begun())[0]?.askId ?? '';
    await expect(register.sourceAsks.answer(askId, { answer: 'cannot', by: 's' })).rejects.toThrow();
    await expect(register.sourceAsks.answer(askId, { answer: 'withheld', by: 's' })).rejects.toThrow();
  });
});

describe('a document', () => {
  const place = { requestId: randomUUID(), caseId: randomUUID() };
  const begin = async (given: object = {}) => {
    const documentId = randomUUID();
    const purpose = 'original' as const;
    const more = { askId: null, entity: null, nameWords: null, takenBy: 'staff-1' };
    await register.documents.begin({ documentId, ...place, purpose, ...more, ...given });
    return documentId;
  };
  const whole = { mediaType: 'application/pdf', bytes: 5, hash: 'aa' };

  it('is there once it is whole, for its own case alone', async () => {
    const documentId = await begin();
    expect(await register.documents.ofCase(place.caseId)).toEqual([]);
    expect(await register.documents.received(documentId, whole)).toBe(true);
    expect(await register.documents.ofCase(place.caseId)).toMatchObject([
      { documentId, scanState: 'waiting', storageKey: `${place.requestId}/${place.caseId}/${documentId}` },
    ]);
    expect(await register.documents.ofCaseById(randomUUID(), documentId)).toBeUndefined();
  });

  it('is scanned by one scanner at a time, and keeps its first verdict', async () => {
    const documentId = await begin();
    await register.documents.received(documentId, whole);
    expect(await register.documents.claimToScan(5, 60)).toHaveLength(1);
    expect(await register.documents.claimToScan(5, 60)).toEqual([]);
    expect((await register.disclosing.reviews.of(place.caseId)).notClean).toBe(1);
    await register.documents.scanned(documentId, { state: 'infected', found: 'Eicar' }, 'clamd');
    await register.documents.scanned(documentId, { state: 'clean' }, 'clamd');
    expect(await register.documents.ofCaseById(place.caseId, documentId)).toMatchObject({
      scanState: 'infected',
      scanFound: 'Eicar',
    });
  });

  it('waits seconds, not its lease, for the next scan where the scanner gave no verdict', async () => {
    const documentId = await begin();
    await register.documents.received(documentId, whole);
    await register.documents.claimToScan(5, 3_600);
    await register.documents.notScanned(documentId);
    const [row] = await register.database.query<{ isSoon: boolean }>(
      `SELECT next_scan <= now() + interval '2 seconds' AS "isSoon" FROM register.document WHERE document_id = $1`,
      [documentId],
    );
    expect(row?.isSoon).toBe(true);
  });

  it('that never became whole is found and its row given up; one that is whole is not', async () => {
    const [left, kept] = [await begin(), await begin()];
    await register.documents.received(kept, whole);
    expect((await register.documents.unfinished(0)).map(({ documentId }) => documentId)).toEqual([left]);
    await register.documents.abandon(left);
    await register.documents.abandon(kept);
    expect(await register.documents.ofCase(place.caseId)).toHaveLength(1);
  });

  it('of an entity comes once, and not for an ask that is settled', async () => {
    await register.sources.register(aSource('housing'), 'admin');
    const askId = (await begun())[0]?.askId ?? '';
    const records = { askId, purpose: 'records', entity: 'tenancy' };
    const [one, other, late] = [await begin(records), await begin(records), await begin({ askId })];
    expect(await register.documents.received(one, whole)).toBe(true);
    expect(await register.documents.received(other, whole)).toBe(false);
    await register.sourceAsks.answer(askId, { answer: 'found', by: 'source' });
    expect(await register.documents.received(late, whole)).toBe(false);
    expect(await register.documents.ofAsk(askId)).toHaveLength(1);
  });
});
