import { createHash } from 'node:crypto';
import { isErased, type DocumentPlace, type Erased, type Vault } from '@duly/vault';
import type { DocumentStore, StoreKey } from './document-store.js';
import { enoughToTell, judgeKind } from './judge-kind.js';

/** The document is longer than the settings allow. Nothing was kept. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';

  constructor(readonly mostBytes: number) {
    super(
      `The document is longer than the ${Math.floor(mostBytes / 2 ** 20)} MB allowed. Send it in parts, or ask for the limit to be raised.`,
    );
  }
}

export interface ReceivedDocument {
  readonly bytes: number;
  /** SHA-256 of its bytes, in hexadecimal; it is somebody's data and is kept sealed or under a key. */
  readonly hash: string;
  readonly mediaType: string;
}

export const storeKeyOf = ({ requestId, caseId, documentId }: DocumentPlace): StoreKey => [
  requestId,
  caseId,
  documentId,
];

/** The first bytes, and everything from the start again. */
async function beginningOf(content: AsyncIterable<Uint8Array>, length: number) {
  const rest = content[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < length) {
    const next = await rest.next();
    if (next.done === true) break;
    held.push(next.value);
    size += next.value.length;
  }
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield* held;
    yield* { [Symbol.asyncIterator]: () => rest };
  };
  return { beginning: Buffer.concat(held).subarray(0, length), whole: whole() };
}

/**
 * Takes a document in as it streams: its kind is judged, its length bounded, its bytes hashed, sealed and stored. It stays in
 * quarantine, whoever calls sees to that, until a scanner says that it is clean.
 * @param mostBytes the longest document that is taken
 * @throws KindRefused @throws TooLarge @throws StoreFull: then nothing is kept
 */
export async function receiveDocument(
  place: DocumentPlace,
  name: string,
  content: AsyncIterable<Uint8Array>,
  {
    vault,
    store,
    mostBytes,
  }: { readonly vault: Vault; readonly store: DocumentStore; readonly mostBytes: number },
): Promise<ReceivedDocument | Erased> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new TooLarge(mostBytes);
      hash.update(chunk);
      yield chunk;
    }
  };
  const { beginning, whole } = await beginningOf(measured(), enoughToTell);
  const { mediaType } = await judgeKind(name, beginning);
  const sealed = await vault.sealDocument(place, whole);
  if (isErased(sealed)) return sealed;
  await store.put(storeKeyOf(place), sealed);
  return { bytes, hash: hash.digest('hex'), mediaType };
}
