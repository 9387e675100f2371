import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { opensTo } from '@duly/audit';
import { applicationRole, type Database } from '@duly/postgres';
import type { TestDatabase } from '@duly/testing';
import {
  CopyKeys,
  DoesNotOpen,
  isErased,
  keysRole,
  KeysTables,
  PersonNeeds,
  Vault,
  VaultTables,
  type DocumentPlace,
} from './index.js';
import { masterKey, requester, subject, vaultDatabase } from './vault.given.js';

let places: TestDatabase[];
let data: Database;
let keys: Database;
let vault: Vault;

beforeAll(async () => {
  const [dataPlace, keysPlace] = [
    await vaultDatabase(applicationRole, VaultTables, PersonNeeds),
    await vaultDatabase(keysRole, KeysTables, CopyKeys),
  ];
  ({ database: data } = dataPlace);
  ({ database: keys } = keysPlace);
  places = [dataPlace.place, keysPlace.place];
  vault = new Vault({ data, keys, masterKeys: masterKey('first', 1) });
});
afterAll(async () => {
  for (const database of [data, keys]) await database.close();
  for (const place of places) await place.stop();
});

async function aRequest() {
  const [requestId, caseId] = [randomUUID(), randomUUID()];
  await vault.createKeys(requestId, [caseId]);
  const rows = await vault.sealPeople(requestId, { subject, requester });
  if (!isErased(rows)) await rows(data);
  return { requestId, caseId };
}

async function someWords(of: { requestId: string; caseId?: string }, text: string): Promise<string> {
  const wordsId = randomUUID();
  await vault.storeWords({ wordsId, ...of, text });
  return wordsId;
}

const everyByte = async () =>
  JSON.stringify([
    await data.query(
      `SELECT encode(name, 'escape'), encode(email, 'escape'), encode(needs, 'escape') FROM vault.person`,
    ),
    await data.query(`SELECT encode(sealed, 'escape') FROM vault.words`),
  ]);

describe('people and words in the vault', () => {
  it('come back as they were given', async () => {
    const { requestId, caseId } = await aRequest();
    expect(await vault.people(requestId)).toEqual({ subject, requester });
    expect(await vault.words(await someWords({ requestId }, 'all my letters, please'))).toBe(
      'all my letters, please',
    );
    expect(await vault.words(await someWords({ requestId, caseId }, 'four systems — größer'))).toBe(
      'four systems — größer',
    );
  });

  it('lie there without a word in clear', async () => {
    const { requestId } = await aRequest();
    await someWords({ requestId }, 'words of Zebedee');
    expect(await everyByte()).not.toMatch(/zebedee|canary/i);
  });

  it('do not open when a row is moved to another request, role or field', async () => {
    const [one, other] = [await aRequest(), await aRequest()];
    const move = (what: string) =>
      data.change(
        `UPDATE vault.person p SET ${what} FROM vault.person q WHERE p.request_id = $1 AND p.role = 'requester' AND q.request_id = $2 AND q.role = 'subject'`,
        [one.requestId, other.requestId],
      );
    await move('name = q.name');
    await expect(vault.people(one.requestId)).rejects.toThrow(DoesNotOpen);
    const third = await aRequest();
    await data.change(`UPDATE vault.person SET name = email WHERE request_id = $1 AND role = 'subject'`, [
      third.requestId,
    ]);
    await expect(vault.people(third.requestId)).rejects.toThrow(DoesNotOpen);
    await data.change(`DELETE FROM vault.person WHERE request_id = $1 AND role = 'requester'`, [
      other.requestId,
    ]);
    await data.change(`UPDATE vault.person SET role = 'requester' WHERE request_id = $1`, [other.requestId]);
    await expect(vault.people(other.requestId)).rejects.toThrow(DoesNotOpen);
  });

  it('keep the first words stored under an id, because words never change', async () => {
    const { requestId } = await aRequest();
    const wordsId = await someWords({ requestId }, 'first');
    await vault.storeWords({ wordsId, requestId, text: 'second' });
    expect(await vault.words(wordsId)).toBe('first');
    await expect(data.change('UPDATE vault.words SET sealed = NULL')).rejects.toThrow('permission denied');
  });

  it('answers undefined for words that never were', async () => {
    expect(await vault.words(randomUUID())).toBeUndefined();
  });

  it('opens a letter for its own request and id only', async () => {
    const { requestId } = await aRequest();
    const sealed = await vault.sealLetter(requestId, 'letter-1', Buffer.from('Dear Zebedee'));
    if (isErased(sealed)) throw new Error('sealed for a request that lives');
    expect(await vault.openLetter(requestId, 'letter-1', sealed)).toEqual(Buffer.from('Dear Zebedee'));
    await expect(vault.openLetter(requestId, 'letter-2', sealed)).rejects.toThrow(DoesNotOpen);
  });
});

describe('commitments and hashes', () => {
  it('commit to the same content alike within a case, and differently in another', async () => {
    const [one, other] = [await aRequest(), await aRequest()];
    const things = ['event 1', 'event 2'].map(name => ({ name, content: { b: [{ d: 1, c: 2 }], a: 1 } }));
    const hashes = await vault.commitments.to({ caseId: one.caseId }, things);
    const openings = await vault.commitments.openings({ caseId: one.caseId }, ['event 1', 'event 2']);
    if (isErased(hashes) || isErased(openings)) throw new Error('committed for a request that lives');
    expect(new Set([...hashes, ...openings]).size).toBe(4);
    expect(await vault.commitments.to({ caseId: one.caseId }, things)).toEqual(hashes);
    expect(await vault.commitments.to({ caseId: other.caseId }, things)).not.toEqual(hashes);
    const same = { a: 1, b: [{ c: 2, d: 1 }] };
    expect(hashes.map((hash, place) => opensTo(same, openings[place] ?? '', hash))).toEqual([true, true]);
    expect(opensTo(same, openings[0] ?? '', hashes[1] ?? '')).toBe(false);
    expect(opensTo({ ...same, a: 2 }, openings[0] ?? '', hashes[0] ?? '')).toBe(false);
  });

  it('hash alike in two processes, and differently for two purposes', async () => {
    const again = new Vault({ data, keys, masterKeys: masterKey('first', 1) });
    const hash = await vault.keyedHash('suppression', 'zebedee@canary.example');
    expect(await again.keyedHash('suppression', 'zebedee@canary.example')).toBe(hash);
    expect(await again.keyedHash('idempotency', 'zebedee@canary.example')).not.toBe(hash);
  });
});

describe('erasure', () => {
  it('answers "erased" for everything of the request and its cases, and leaves other requests alone', async () => {
    const [gone, stays] = [await aRequest(), await aRequest()];
    const wordsId = await someWords(gone, 'of the case');
    const letter = await vault.sealLetter(gone.requestId, 'l', Buffer.from('Dear Zebedee'));
    await vault.destroyKeys(gone.requestId);
    await vault.destroyKeys(gone.requestId);
    const answers = [
      await vault.people(gone.requestId),
      await vault.words(wordsId),
      await vault.commitments.to({ caseId: gone.caseId }, [{ name: 'event 1', content: 'yes' }]),
      await vault.commitments.openings({ caseId: gone.caseId }, ['event 1']),
      isErased(letter) ? letter : await vault.openLetter(gone.requestId, 'l', letter),
      await vault.sealPeople(gone.requestId, { subject }),
      await vault.storeWords({ wordsId: randomUUID(), ...gone, text: 'more' }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ erased: true });
    expect(await vault.people(stays.requestId)).toEqual({ subject, requester });
  });

  it('leaves no key behind, and makes no new one for the same request', async () => {
    const { requestId, caseId } = await aRequest();
    await vault.destroyKeys(requestId);
    await vault.createKeys(requestId, [caseId, randomUUID()]);
    const rows = await keys.query(
      'SELECT wrapped FROM keys.request_key WHERE request_id = $1 UNION ALL SELECT wrapped FROM keys.case_key WHERE request_id = $1',
      [requestId],
    );
    expect(rows).toEqual([{ wrapped: null }, { wrapped: null }]);
  });

  it('sweeps keys of requests that were never accepted, and no other', async () => {
    const [accepted, orphan, young] = [await aRequest(), await aRequest(), await aRequest()];
    await keys.change(
      `UPDATE keys.request_key SET created_at = now() - interval '2 hours' WHERE request_id = ANY($1)`,
      [[accepted.requestId, orphan.requestId]],
    );
    expect(await vault.sweepOrphanedKeys(3_600, () => Promise.resolve(new Set([accepted.requestId])))).toBe(
      1,
    );
    expect(await vault.people(accepted.requestId)).toEqual({ subject, requester });
    expect(await vault.people(young.requestId)).toEqual({ subject, requester });
    await expect(vault.people(orphan.requestId)).rejects.toThrow('There is no key for this request');
  });
});

describe('master keys', () => {
  it('open what an earlier one locked, and are told when they cannot', async () => {
    const { requestId } = await aRequest();
    const rotated = new Vault({
      data,
      keys,
      masterKeys: `${masterKey('second', 2)}, ${masterKey('first', 1)}`,
    });
    expect(await rotated.people(requestId)).toEqual({ subject, requester });
    const without = new Vault({ data, keys, masterKeys: masterKey('second', 2) });
    await expect(without.people(requestId)).rejects.toThrow('VAULT_MASTER_KEYS');
    const other = new Vault({ data, keys, masterKeys: masterKey('first', 3) });
    await expect(other.people(requestId)).rejects.toThrow(DoesNotOpen);
  });

  it.each(['', 'short:AAAA', 'no colon', `${masterKey('a', 1)},${masterKey('a', 2)}`])(
    'are refused when badly written: %s',
    masterKeys => {
      expect(() => new Vault({ data, keys, masterKeys })).toThrow('openssl rand -base64 32');
    },
  );
});

describe('documents', () => {
  it('seals documents for one case, and opens them for no other and never again once the keys are destroyed', async () => {
    const place = { ...(await aRequest()), documentId: randomUUID() };
    const sealed = await vault.sealDocument(place, Readable.from([Buffer.from('Canary’s contract')]));
    if (isErased(sealed)) throw new Error('It was erased.');
    const bytes = await buffer(sealed);
    const open = async (at: DocumentPlace) => {
      const content = await vault.openDocument(at, Readable.from([bytes]));
      return isErased(content) ? 'erased' : (await buffer(content)).toString();
    };
    expect(bytes.includes('Canary')).toBe(false);
    expect(await open(place)).toBe('Canary’s contract');
    await expect(open({ ...place, caseId: randomUUID() })).rejects.toThrow(DoesNotOpen);
    await expect(open({ ...place, documentId: randomUUID() })).rejects.toThrow(DoesNotOpen);
    await vault.destroyKeys(place.requestId);
    expect(await open(place)).toBe('erased');
  });
});

describe('copies', () => {
  const from = (text: string) => Readable.from([Buffer.from(text)]);
  const aCopy = async () => {
    const [requestId, caseId, copyId, partId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await vault.createKeys(requestId, [caseId]);
    await vault.createCopyKey(copyId, requestId);
    const place = { requestId, caseId, copyId, partId };
    const sealed = await vault.sealCopy(place, from('the copy'));
    if (isErased(sealed)) throw new Error('erased');
    return { place, bytes: await buffer(sealed) };
  };
  const opened = (place: Parameters<Vault['openCopy']>[0], bytes: Uint8Array) =>
    vault.openCopy(place, Readable.from([bytes]));

  it('open at their own place alone, and never again once their key is destroyed, while the request lives on', async () => {
    const { place, bytes } = await aCopy();
    const open = await opened(place, bytes);
    expect(isErased(open) ? '' : (await buffer(open)).toString()).toBe('the copy');
    const elsewhere = await opened({ ...place, partId: randomUUID() }, bytes);
    await expect(isErased(elsewhere) ? undefined : buffer(elsewhere)).rejects.toThrow(DoesNotOpen);
    await vault.destroyCopyKey(place.copyId);
    await vault.createCopyKey(place.copyId, place.requestId);
    expect(isErased(await opened(place, bytes))).toBe(true);
    const other = { requestId: place.requestId, caseId: place.caseId, documentId: randomUUID() };
    expect(isErased(await vault.sealDocument(other, from('a document')))).toBe(false);
  });

  it('stay shut once the keys of their request are destroyed', async () => {
    const { place, bytes } = await aCopy();
    await vault.destroyKeys(place.requestId);
    expect(isErased(await opened(place, bytes))).toBe(true);
  });
});

describe('what belongs to no request', () => {
  it('opens under its own kind and id alone', async () => {
    const sealed = await vault.sealOwn('hook secret', 'hook-1', 'whsec_spec');
    expect(sealed.toString('latin1')).not.toContain('whsec_spec');
    expect(await vault.openOwn('hook secret', 'hook-1', sealed)).toBe('whsec_spec');
    await expect(vault.openOwn('hook secret', 'hook-2', sealed)).rejects.toThrow(DoesNotOpen);
    await expect(vault.openOwn('source secret', 'hook-1', sealed)).rejects.toThrow(DoesNotOpen);
  });
});
