import { canonicalJson, commitmentTo, openingOf } from '@duly/audit';
import { isErased, type Erased } from './erased.js';
import type { KeyStore } from './key-store.js';
import { keyedHash, keyFor } from './sealing.js';

/** What is committed to, and the name that tells its commitment from all others under the same key. */
export interface Committed {
  readonly name: string;
  readonly content: unknown;
}

/** Whose key a commitment ends with: that of a case, of a whole request, or, of what is about neither, the organisation's, which stays. */
export type CommittedUnder =
  { readonly caseId: string } | { readonly requestId: string } | { readonly purpose: 'command' };

/** What is to be provable of a letter. */
export interface LetterToProve {
  readonly letterId: string;
  readonly writtenFrom: unknown;
  /** SHA-256 of the bytes that are sent, in hexadecimal. */
  readonly hash: string;
}

/** HMACs, in hexadecimal. */
export interface LetterProved {
  /** Of the data that it was written from. */
  readonly dataHash: string;
  /** Of the SHA-256 of its bytes, opened by {@link letterCommittedAs}. */
  readonly commitment: string;
}

/** The name under which the log commits to the bytes of a letter. */
export const letterCommittedAs = (letterId: string): string => `letter ${letterId}`;

const openingsUnder = (key: Buffer, names: readonly string[]): readonly string[] => {
  const own = keyFor('commitment', key);
  return names.map(name => openingOf(own, name));
};

/** Proves later what was said, without saying it: HMACs by keys of their own under another, worthless once that is destroyed. */
export class Commitments {
  constructor(private readonly store: KeyStore) {}

  /** @throws KeyMissing */
  async to(under: CommittedUnder, things: readonly Committed[]): Promise<readonly string[] | Erased> {
    const openings = await this.openings(
      under,
      things.map(({ name }) => name),
    );
    if (isErased(openings)) return openings;
    return things.map(({ content }, place) => commitmentTo(content, openings[place] ?? ''));
  }

  /** What opens the commitments of these names, and no others: for an auditor's bundle. @throws KeyMissing */
  async openings(under: CommittedUnder, names: readonly string[]): Promise<readonly string[] | Erased> {
    const key = await this.keyOf(under);
    return isErased(key) ? key : openingsUnder(key, names);
  }

  /** Of what a letter was written from and of its bytes, under the request's key, with one look for it. */
  async ofLetter(
    requestId: string,
    { letterId, writtenFrom, hash }: LetterToProve,
  ): Promise<LetterProved | Erased> {
    const key = await this.store.ofRequest(requestId);
    if (isErased(key)) return key;
    const [opening = ''] = openingsUnder(key, [letterCommittedAs(letterId)]);
    return {
      dataHash: keyedHash(keyFor('letter data', key), canonicalJson(writtenFrom)),
      commitment: commitmentTo(hash, opening),
    };
  }

  /** Of the SHA-256 of a document, which could tell whose it is, under the request's key. @param hash in hexadecimal */
  async ofDocument(requestId: string, hash: string): Promise<string | Erased> {
    const key = await this.store.ofRequest(requestId);
    return isErased(key) ? key : keyedHash(keyFor('document hash', key), hash);
  }

  private keyOf(under: CommittedUnder): Promise<Buffer | Erased> {
    if ('caseId' in under) return this.store.ofCase(under.caseId);
    return 'requestId' in under
      ? this.store.ofRequest(under.requestId)
      : this.store.ofOrganisation(under.purpose);
  }
}
