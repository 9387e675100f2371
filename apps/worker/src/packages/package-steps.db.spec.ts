import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FolderStore, storeKeyOf, StoreFull, type DocumentStore, type StoreKey } from '@duly/documents';
import { isErased } from '@duly/vault';
import { anOffice, aRequest, on, type GivenOffice, type GivenRequest } from '../worker.given.js';
import { packageActivities } from './package-activities.js';
import type { PackageRoom } from './package-room.js';

let office: GivenOffice;
let root: string;
let store: FolderStore;
let request: GivenRequest;
let inputs: { readonly noted: string; readonly letter: string };
beforeAll(async () => {
  office = await anOffice();
  root = await mkdtemp(join(tmpdir(), 'duly-package-'));
  store = new FolderStore(root);
  request = await aRequest(office, { subject: { name: 'Zebedee Canary' } });
  inputs = { noted: await held('{"note":"=1+1"}\n{"note":null}\n'), letter: await held('As it is held.') };
});
afterAll(async () => {
  await office.stop();
  await rm(root, { recursive: true });
});

const caseId = () => request.openings[0]!.caseId;

async function held(content: string): Promise<string> {
  const place = { requestId: request.requestId, caseId: caseId(), documentId: randomUUID() };
  const sealed = await office.vault.sealDocument(place, Readable.from([Buffer.from(content)]));
  if (isErased(sealed)) throw new Error('sealed for a request that lives');
  await store.put(storeKeyOf(place), sealed);
  return place.documentId;
}

/** A worker that lives for so many calls to what it stands on; the last of them is done, and nobody hears of it. */
class Life {
  calls = 0;

  constructor(private readonly most: number) {}

  get isOver(): boolean {
    return this.calls > this.most;
  }

  of<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name);
        if (typeof found === 'function')
          return (...given: unknown[]) => this.lived(() => Reflect.apply(found, target, given) as unknown);
        return typeof found === 'object' && found !== null ? this.of(found) : found;
      },
    });
  }

  private lived(call: () => unknown): unknown {
    this.calls += 1;
    if (this.isOver) return this.died();
    const result = call();
    if (this.calls < this.most || !(result instanceof Promise)) return result;
    return result.then(() => this.died());
  }

  private died(): never {
    this.calls = Math.max(this.calls, this.most + 1);
    throw new Error('killed');
  }
}

const roomOf = (life: Life, over: Partial<PackageRoom> = {}): PackageRoom => ({
  register: life.of(office.register),
  vault: life.of(office.vault),
  store: life.of(store),
  organisation: {
    name: 'Example Council',
    postalAddress: '1 High Street',
    email: 'data@council.example',
    phone: '01632 960000',
  },
  // The real one is tried in `libs/letters`.
  printer: { print: ({ title }) => Promise.resolve(Buffer.from(`%PDF-1.7 ${title}`)) },
  vocabulary: 'https://duly.example/vocabulary/1',
  limits: { recordBytes: 1_000, records: 10 },
  alive: () => undefined,
  keptFor: 3_600,
  ...over,
});
const storeWith = (put: DocumentStore['put']): DocumentStore => {
  const { get, remove, countOf, removeOf } = store;
  return { put, get, remove, countOf, removeOf };
};
const forEver = () => new Life(Number.MAX_SAFE_INTEGER);

const field = {
  name: 'note',
  type: 'text',
  description: 'The note',
  origin: 'provided',
  basis: 'contract',
} as const;
const toPack = () => ({
  documentId: inputs.noted,
  source: 'crm',
  entity: { name: 'notes', description: 'Notes of calls', fields: [field] },
  withoutFields: [],
  withoutRecords: [],
});
async function aPackage(records = [toPack()]): Promise<string> {
  const packageId = randomUUID();
  await office.register.disclosing.packages.make(
    {
      ...{ packageId, caseId: caseId(), requestId: request.requestId, reference: 'DR-2036-000001-1' },
      ...{ isEncrypted: false, passwordWords: null, reviewVersion: 'v', madeOn: on('2036-04-21') },
      inputs: {
        records,
        originals: [
          { documentId: inputs.letter, source: 'crm', number: 1, mediaType: 'text/plain', nameWords: null },
        ],
        leftOut: [],
      },
    },
    'staff-1',
  );
  return packageId;
}

/** As the workflow asks for it: the step that failed again, and no earlier one. */
async function built(packageId: string, rooms: () => PackageRoom): Promise<string> {
  const tried = async <Done>(
    step: (activities: ReturnType<typeof packageActivities>) => Promise<Done>,
  ): Promise<Done> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await step(packageActivities(rooms()));
      } catch (error) {
        if (tries === 3) throw error;
      }
    }
  };
  const planned = await tried(({ planPackage }) => planPackage({ packageId }));
  if (planned === 'failed') return planned;
  for (let part = 1; part <= planned.parts; part += 1)
    if ((await tried(({ writePart }) => writePart({ packageId, part }))) === 'failed') return 'failed';
  return tried(({ assemblePackage }) => assemblePackage({ packageId }));
}

const keyOf = (packageId: string): StoreKey => [request.requestId, caseId(), packageId];
async function zipOf(packageId: string): Promise<Buffer> {
  const place = { requestId: request.requestId, caseId: caseId(), copyId: packageId, partId: packageId };
  const content = await office.vault.openCopy(place, store.get(keyOf(packageId)));
  if (isErased(content)) throw new Error('It has no key.');
  return buffer(content);
}
async function ended(packageId: string): Promise<void> {
  await store.remove(keyOf(packageId));
}

it('a package is the same bytes, is ready once, and leaves no part behind, wherever its worker is killed', async () => {
  const undisturbed = await aPackage([]);
  const whole = forEver();
  expect(await built(undisturbed, () => roomOf(whole))).toBe('done');
  const expected = await zipOf(undisturbed);
  await ended(undisturbed);
  const documents = await store.countOf(request.requestId);
  expect(whole.calls).toBeGreaterThan(25);
  for (let call = 1; call <= whole.calls; call += 1) {
    const packageId = await aPackage([]);
    const killed = new Life(call);
    const outcome = await built(packageId, () => roomOf(killed.isOver ? forEver() : killed));
    const isSame = (await zipOf(packageId)).equals(expected);
    await ended(packageId);
    const left = (await store.countOf(request.requestId)) - documents;
    expect({ call, outcome, isSame, left }).toEqual({ call, outcome: 'done', isSame: true, left: 0 });
    const made = await office.register.disclosing.packages.byId(packageId);
    expect(made).toMatchObject({ state: 'ready', failure: null });
  }
}, 180_000);

it('goes on from the file at which its worker was killed: what is written is not written again', async () => {
  const packageId = await aPackage();
  const { planPackage, writePart } = packageActivities(roomOf(forEver()));
  await planPackage({ packageId });
  for (const part of [1, 2, 3]) await writePart({ packageId, part });
  const puts: string[] = [];
  const counted = storeWith((key, content) => {
    puts.push(key[2]);
    return store.put(key, content);
  });
  expect(await built(packageId, () => roomOf(forEver(), { store: counted }))).toBe('done');
  const parts = await office.register.disclosing.packages.parts(packageId);
  expect(puts).toEqual([...parts.slice(3).map(({ partId }) => partId), packageId]);
});

it('waits while the store is full, says so, and is built once there is room', async () => {
  const packageId = await aPackage();
  const full = storeWith(() => Promise.reject(new StoreFull()));
  await expect(built(packageId, () => roomOf(forEver(), { store: full }))).rejects.toThrow(StoreFull);
  const { packages } = office.register.disclosing;
  expect(await packages.byId(packageId)).toMatchObject({ state: 'building', failure: 'store-full' });
  expect(await built(packageId, () => roomOf(forEver()))).toBe('done');
  expect(await packages.byId(packageId)).toMatchObject({ state: 'ready', failure: null });
});
