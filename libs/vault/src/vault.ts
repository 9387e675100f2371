import type { Database, Sql } from '@duly/postgres';
import { Commitments } from './commitments.js';
import { isErased, type Erased } from './erased.js';
import {
  destroyCopyKey,
  destroyKeys,
  sweepOrphanedKeys,
  withKeys,
  type AcceptedOf,
  type KeyDestroyed,
} from './key-destruction.js';
import { KeyStore } from './key-store.js';
import { Keyring } from './keyring.js';
import {
  sealPerson,
  unsealPerson,
  type People,
  type Person,
  type PersonRole,
  type PersonRow,
} from './person.js';
import { copyPlace, type CopyPlace } from './copy-place.js';
import type { HashPurpose } from './purposes.js';
import { openStream, sealStream } from './sealed-stream.js';
import { keyedHash, keyFor, seal, unseal, type Place } from './sealing.js';

export interface VaultOptions {
  /** The database of requests, where people and words lie sealed. */
  readonly data: Database;
  /** The database of keys. */
  readonly keys: Database;
  /** `id:base64 of 32 bytes`, comma between; the first locks, all open. */
  readonly masterKeys: string;
}

/** Free text on its way into the vault. Words of a case are locked by the case's key, those of a whole request by the request's. */
export interface WordsToStore {
  /** A UUID the caller chose, the same at each try. */
  readonly wordsId: string;
  readonly requestId: string;
  readonly caseId?: string;
  readonly text: string;
}

/** What the organisation itself keeps sealed. */
export type OwnKind = 'hook secret' | 'hook excerpt' | 'source secret' | 'receiver token';

interface WordsRow {
  readonly request_id: string;
  readonly case_id: string | null;
  readonly sealed: Buffer;
}

/** Opens and seals what is written to the people of one request. */
export interface LetterSeals {
  readonly seal: (letterId: string, content: Uint8Array) => Buffer;
  /** @throws DoesNotOpen */
  readonly open: (letterId: string, sealed: Uint8Array) => Buffer;
}

/** Whose document it is; none of the three ever changes. */
export interface DocumentPlace {
  readonly requestId: string;
  readonly caseId: string;
  readonly documentId: string;
}

type Bytes = AsyncIterable<Uint8Array>;

const documentPlace = ({ requestId, caseId, documentId }: DocumentPlace): Place => [
  'document',
  requestId,
  caseId,
  documentId,
];

const wordsPlace = (id: string, requestId: string, caseId: string | null): Place => [
  'words',
  requestId,
  caseId ?? 'request',
  id,
];

/** Sealed rows, ready to be written in whatever transaction records the request. Sealing needs the keys, so it comes first. */
export type SealedRows = (sql: Sql) => Promise<void>;

/** Where people and free text live: sealed, under keys that lie in another database. */
export class Vault {
  /** What proves to an auditor what is sealed. */
  readonly commitments: Commitments;
  private readonly store: KeyStore;

  constructor(private readonly options: VaultOptions) {
    this.store = new KeyStore(options.keys, Keyring.read(options.masterKeys));
    this.commitments = new Commitments(this.store);
  }

  /** Before anything of the request is stored. Idempotent; keys left by an opening that failed are swept. */
  createKeys(requestId: string, caseIds: readonly string[]): Promise<void> {
    return this.store.create(requestId, caseIds);
  }

  /** Seals the people of a request; what it answers writes them. A person already there is replaced. */
  async sealPeople(requestId: string, people: People): Promise<SealedRows | Erased> {
    const key = await this.store.ofRequest(requestId);
    if (isErased(key)) return key;
    const own = keyFor('people', key);
    const rows = (Object.entries(people) as [PersonRole, Person | undefined][]).flatMap(([role, person]) =>
      person ? [sealPerson(own, requestId, role, person)] : [],
    );
    return async sql => {
      for (const row of rows) {
        await sql.change(
          `INSERT INTO vault.person (request_id, role, name, email, phone, postal_address, needs) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (request_id, role) DO UPDATE
           SET name = EXCLUDED.name, email = EXCLUDED.email, phone = EXCLUDED.phone, postal_address = EXCLUDED.postal_address,
             needs = EXCLUDED.needs`,
          [requestId, row.role, row.name, row.email, row.phone, row.postal_address, row.needs],
        );
      }
    };
  }

  /** Seals words; what it answers writes them. Words never change: storing the same id again changes nothing. */
  async sealWords(words: WordsToStore): Promise<SealedRows | Erased> {
    const { wordsId, requestId, caseId = null, text } = words;
    const key = await this.keyOf(requestId, caseId);
    if (isErased(key)) return key;
    const sealed = seal(keyFor('words', key), wordsPlace(wordsId, requestId, caseId), Buffer.from(text));
    return async sql => {
      await sql.change(
        `INSERT INTO vault.words (id, request_id, case_id, sealed) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
        [wordsId, requestId, caseId, sealed],
      );
    };
  }

  /** Seals and stores words at once, as a command does before it reaches Temporal. */
  async storeWords(words: WordsToStore): Promise<Erased | undefined> {
    const rows = await this.sealWords(words);
    if (isErased(rows)) return rows;
    await rows(this.options.data);
    return undefined;
  }

  /** The people a request names. @throws DoesNotOpen when rows were moved or changed. */
  async people(requestId: string): Promise<People | Erased> {
    const key = await this.store.ofRequest(requestId);
    if (isErased(key)) return key;
    const rows = await this.options.data.query<PersonRow>(
      'SELECT role, name, email, phone, postal_address, needs FROM vault.person WHERE request_id = $1',
      [requestId],
    );
    const own = keyFor('people', key);
    return Object.fromEntries(rows.map(row => [row.role, unsealPerson(own, requestId, row)]));
  }

  /** Words by their id; undefined where there are none. @throws DoesNotOpen */
  async words(wordsId: string): Promise<string | Erased | undefined> {
    const [row] = await this.options.data.query<WordsRow>(
      'SELECT request_id, case_id, sealed FROM vault.words WHERE id = $1',
      [wordsId],
    );
    if (!row) return undefined;
    const key = await this.keyOf(row.request_id, row.case_id);
    if (isErased(key)) return key;
    const place = wordsPlace(wordsId, row.request_id, row.case_id);
    return unseal(keyFor('words', key), place, row.sealed).toString();
  }

  /** Opens and seals for the letters of one request, with one look for its key; not to be kept longer than a try. */
  async letterSeals(requestId: string): Promise<LetterSeals | Erased> {
    const key = await this.store.ofRequest(requestId);
    if (isErased(key)) return key;
    const own = keyFor('letters', key);
    return {
      seal: (letterId, content) => seal(own, ['letter', requestId, letterId], content),
      open: (letterId, sealed) => unseal(own, ['letter', requestId, letterId], sealed),
    };
  }

  /** Seals the bytes of a letter, which name people, for its row. */
  async sealLetter(requestId: string, letterId: string, content: Uint8Array): Promise<Buffer | Erased> {
    const seals = await this.letterSeals(requestId);
    return isErased(seals) ? seals : seals.seal(letterId, content);
  }

  /** @throws DoesNotOpen */
  async openLetter(requestId: string, letterId: string, sealed: Uint8Array): Promise<Buffer | Erased> {
    const seals = await this.letterSeals(requestId);
    return isErased(seals) ? seals : seals.open(letterId, sealed);
  }

  /** Seals a document of any length as it passes, for its place in the store. It opens as this document of this case alone. */
  async sealDocument(place: DocumentPlace, content: Bytes): Promise<Bytes | Erased> {
    const key = await this.store.ofRequest(place.requestId);
    return isErased(key) ? key : sealStream(keyFor('documents', key), documentPlace(place), content);
  }

  /** What it gives may be used only once it has ended without an error: see `openStream`. */
  async openDocument(place: DocumentPlace, sealed: Bytes): Promise<Bytes | Erased> {
    const key = await this.store.ofRequest(place.requestId);
    return isErased(key) ? key : openStream(keyFor('documents', key), documentPlace(place), sealed);
  }

  /** The key of a copy: before anything of it is sealed. Again without harm; one that is gone stays gone. */
  createCopyKey(copyId: string, requestId: string): Promise<void> {
    return this.store.createCopy(copyId, requestId);
  }

  /** Seals a part of a copy as it passes; it opens while both the request's key and the copy's own live. */
  async sealCopy(place: CopyPlace, content: Bytes): Promise<Bytes | Erased> {
    const key = await this.store.ofCopy(place.copyId, place.requestId);
    return isErased(key) ? key : sealStream(keyFor('copy', key), copyPlace(place), content);
  }

  /** As `openDocument`. */
  async openCopy(place: CopyPlace, sealed: Bytes): Promise<Bytes | Erased> {
    const key = await this.store.ofCopy(place.copyId, place.requestId);
    return isErased(key) ? key : openStream(keyFor('copy', key), copyPlace(place), sealed);
  }

  /** The copy stays shut for ever, wherever its bytes lie; the request lives on. */
  destroyCopyKey(copyId: string): Promise<void> {
    return destroyCopyKey(this.options.keys, copyId);
  }

  /** Seals what belongs to no request, such as a secret shared with another system, under a key of the organisation. @param id of what it belongs to */
  async sealOwn(kind: OwnKind, id: string, content: string): Promise<Buffer> {
    return seal(keyFor(kind, await this.store.ofOrganisation(kind)), [kind, id], Buffer.from(content));
  }

  /** @throws DoesNotOpen */
  async openOwn(kind: OwnKind, id: string, sealed: Uint8Array): Promise<string> {
    return unseal(keyFor(kind, await this.store.ofOrganisation(kind)), [kind, id], sealed).toString();
  }

  /** The same content gives the same hash for as long as the organisation's key lives, whatever becomes of a request. */
  async keyedHash(purpose: HashPurpose, content: string | Uint8Array): Promise<string> {
    return keyedHash(await this.store.ofOrganisation(purpose), content);
  }

  /** Erasure: everything sealed for this request and its cases stays shut for ever. Idempotent. */
  destroyKeys(requestId: string): Promise<readonly KeyDestroyed[]> {
    return destroyKeys(this.options.keys, requestId);
  }

  /** Of requests that were erased, those whose keys a restored backup has brought back. */
  withKeys(requestIds: readonly string[]): Promise<readonly string[]> {
    return withKeys(this.options.keys, requestIds);
  }

  /** See `sweepOrphanedKeys`; `olderThan` in seconds. */
  sweepOrphanedKeys(olderThan: number, acceptedOf: AcceptedOf): Promise<number> {
    return sweepOrphanedKeys(this.options.keys, olderThan, acceptedOf);
  }

  private keyOf(requestId: string, caseId: string | null): Promise<Buffer | Erased> {
    return caseId ? this.store.ofCase(caseId) : this.store.ofRequest(requestId);
  }
}
