/** Where sealed documents lie. Keys are made of immutable ids; what is stored is sealed before it comes here. */
export interface DocumentStore {
  /**
   * Keeps all of the content or nothing; a document that is there already is replaced whole.
   * @throws StoreFull @throws the error of the content, or of the store
   */
  put: (key: StoreKey, content: AsyncIterable<Uint8Array>) => Promise<void>;
  /** @throws NotStored before the first byte */
  get: (key: StoreKey) => AsyncIterable<Uint8Array>;
  /** Whether it was there or not, it is gone. */
  remove: (key: StoreKey) => Promise<void>;
  /** How many documents of a request there are. */
  countOf: (requestId: string) => Promise<number>;
  /** Erasure: every document of a request is gone, whether any was there or not. */
  removeOf: (requestId: string) => Promise<void>;
}

/** Request, case and document, in this order: whose it is stands in its place as well as in what seals it. UUIDs. */
export type StoreKey = readonly [requestId: string, caseId: string, documentId: string];

export class NotStored extends Error {
  override readonly name = 'NotStored';

  constructor([, , documentId]: StoreKey) {
    super(
      `Document ${documentId} is not in the store. Restore it from the backup of the same day as the database.`,
    );
  }
}

/** Nothing was kept. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';

  constructor() {
    super('The store of documents is full. Nothing was kept; make room, then send the document again.');
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As {@link checkKey}, of a request alone. */
export function checkRequest(requestId: string): void {
  if (!uuid.test(requestId)) throw new Error('A request of the store is named by a UUID.');
}

/** A fault of ours, never of a user: no text from outside may become a part of a path. */
export function checkKey(key: StoreKey): void {
  if (!key.every(part => uuid.test(part))) throw new Error('A key of the store is made of three UUIDs.');
}
