import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { applicationRole, Database, type Migration } from '@duly/postgres';
import { testDatabase, type TestDatabase } from '@duly/testing';
import {
  DoesNotOpen,
  isErased,
  keysRole,
  CopyKeys,
  KeysTables,
  Vault,
  VaultTables,
  type DocumentPlace,
} from '@duly/vault';
import { FolderStore } from './folder-store.js';
import { KindRefused } from './judge-kind.js';
import { receiveDocument, storeKeyOf, TooLarge } from './receive-document.js';

const places: TestDatabase[] = [];
const databases: Database[] = [];
let root: string;
let store: FolderStore;
let vault: Vault;

async function opened(role: string, ...migrations: readonly Migration[]): Promise<Database> {
  const fill = async (url: string) => {
    const owner = await Database.open({ url, poolSize: 2, application: 'spec', migrations });
    await owner.migrate();
    await owner.close();
  };
  const place = await testDatabase({
    name: `documents-spec-${migrations[0]?.name.toLowerCase() ?? ''}`,
    fill,
  });
  places.push(place);
  const database = await Database.open({ url: place.url, poolSize: 4, application: 'spec', role });
  databases.push(database);
  return database;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'duly-documents-'));
  store = new FolderStore(root);
  const [data, keys] = [
    await opened(applicationRole, VaultTables),
    await opened(keysRole, KeysTables, CopyKeys),
  ];
  vault = new Vault({ data, keys, masterKeys: `first:${Buffer.alloc(32, 1).toString('base64')}` });
});
afterAll(async () => {
  for (const database of databases) await database.close();
  for (const place of places) await place.stop();
  await rm(root, { recursive: true });
});

async function aPlace(): Promise<DocumentPlace> {
  const place = { requestId: randomUUID(), caseId: randomUUID(), documentId: randomUUID() };
  await vault.createKeys(place.requestId, [place.caseId]);
  return place;
}
const contract = Buffer.concat([Buffer.from('%PDF-1.7 Canary’s contract '), randomBytes(200_000)]);
const receive = (place: DocumentPlace, content: Buffer, name = 'contract.pdf', mostBytes = 300_000) =>
  receiveDocument(place, name, Readable.from([content.subarray(0, 10), content.subarray(10)]), {
    vault,
    store,
    mostBytes,
  });
async function opening(place: DocumentPlace, from = place): Promise<Buffer | 'erased'> {
  const content = await vault.openDocument(place, store.get(storeKeyOf(from)));
  return isErased(content) ? 'erased' : buffer(content);
}
const namesIn = async ({ requestId, caseId }: DocumentPlace) =>
  readdir(join(root, requestId, caseId)).catch(() => []);

describe('a document that comes in', () => {
  it('is kept whole and sealed, with its length, kind and hash', async () => {
    const place = await aPlace();
    expect(await receive(place, contract)).toMatchObject({
      bytes: contract.length,
      mediaType: 'application/pdf',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await buffer(store.get(storeKeyOf(place)))).includes('Canary')).toBe(false);
    expect(contract.equals((await opening(place)) as Buffer)).toBe(true);
  });

  it('opens as this document of this case alone, wherever its bytes are put', async () => {
    const [place, other] = [await aPlace(), await aPlace()];
    await receive(place, contract);
    await store.put(storeKeyOf(other), store.get(storeKeyOf(place)));
    await expect(opening(other)).rejects.toThrow(DoesNotOpen);
    await expect(opening({ ...place, caseId: randomUUID() }, place)).rejects.toThrow(DoesNotOpen);
  });

  it('leaves nothing behind where it is too long or not what it is called', async () => {
    const place = await aPlace();
    await expect(receive(place, contract, 'contract.pdf', 100_000)).rejects.toThrow(TooLarge);
    await expect(receive(place, contract, 'contract.png')).rejects.toThrow(KindRefused);
    expect(await namesIn(place)).toEqual([]);
  });

  it('is gone for good with the keys of its request, and none is taken after', async () => {
    const place = await aPlace();
    await receive(place, contract);
    await vault.destroyKeys(place.requestId);
    expect(await opening(place)).toBe('erased');
    expect(isErased(await receive({ ...place, documentId: randomUUID() }, contract))).toBe(true);
  });
});
