import type { Courier } from '@duly/courier';
import type { DocumentRoom } from '@duly/documents';
import type { Address, Post, Signature } from '@duly/mail';
import type { AskToMake, Register } from '@duly/register';
import type { openTemporal } from '@duly/temporal';
import type { Vault } from '@duly/vault';

/** What sources are asked with. */
export interface CollectionRoom {
  readonly register: Register;
  readonly vault: Vault;
  readonly client: ReturnType<typeof openTemporal>;
  readonly documents: DocumentRoom;
  readonly courier: Courier;
  /** Where the API is reached from outside, and systems answer. */
  readonly publicUrl: string;
  readonly letters: {
    readonly post: Post;
    readonly organisation: { readonly name: string };
    readonly from: Address;
    readonly replyTo: Address;
    readonly signature?: Signature;
  };
}

/** What came of asking a source once. A failure is a word of ours, never of theirs. */
export type Asked =
  | { readonly kind: 'asked' }
  | { readonly kind: 'answered'; readonly answer: 'found' | 'nothing-held' }
  | { readonly kind: 'failed'; readonly because: string };

export interface Asking {
  readonly ask: AskToMake;
  /** By the case's own clock, ISO 8601. */
  readonly at: string;
  /** 0 at first, then which reminder it is. */
  readonly chase: number;
}

/** Asks one kind of source; the same again does no harm. */
export type Asker = (room: CollectionRoom, asking: Asking) => Promise<Asked>;

/** Days in which a system may answer: longer than any case lasts that is extended. */
const tokenDays = 100;

/** What a system is told: ids, a token that ends with its answer, and where to bring it; nothing of the person. */
export async function toldToSystem(
  { register, publicUrl }: CollectionRoom,
  { ask: { askId, purpose, entities } }: Asking,
  token: string,
) {
  await register.sourceAsks.giveToken(askId, tokenDays);
  const url = `${publicUrl}/v1/asks/${askId}`;
  return { ask: askId, purpose, entities: entities.map(({ name }) => name), url, token };
}
