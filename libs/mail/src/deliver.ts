import type { ClaimTurn, Post, PostResult } from './post.js';
import { sha256 } from './message.js';
import { returnAddress } from './return-address.js';

/** A letter's own name and the right to send it, for a while. */
export interface OutboxClaim {
  readonly letterId: string;
}

export interface Reply {
  readonly code?: number;
  readonly words: string;
}

/** A letter that was taken for one try, with the bytes that are sent at every try. */
export interface ClaimedLetter<Claim extends OutboxClaim> {
  readonly kind: 'claimed';
  readonly claim: Claim;
  readonly to: string;
  readonly bytes: Buffer;
  /** The mark in the address that reports on it come back to. */
  readonly returnToken?: string;
  /** SHA-256 that was kept when the bytes were built. */
  readonly hash: string;
  /** Earlier tries whose end nobody knows. */
  readonly unknownTries: number;
}

/** Whether a try on it was ever begun; of one that cannot go by e-mail, its outcome. */
export type Written<Outcome> =
  { readonly kind: 'untried' | 'tried' } | { readonly kind: 'settled'; readonly outcome: Outcome };

/** `to-be-posted`: the address cannot be written to by e-mail from here. */
export type SentOutcome = 'accepted' | 'refused' | 'unknown' | 'to-be-posted';

/** Where letters wait: whoever claims one has it until the lease ends. */
export interface Outbox<Claim extends OutboxClaim, Outcome> {
  /** Writes the letter and keeps its bytes, where that is still to be done. */
  write(letterId: string): Promise<Written<Outcome>>;
  /** @param lease seconds */
  claim(
    letterId: string,
    lease: number,
  ): Promise<
    | ClaimedLetter<Claim>
    | { readonly kind: 'settled'; readonly outcome: Outcome }
    | { readonly kind: 'busy'; readonly retryAfter: number }
  >;
  settle(claim: Claim, outcome: SentOutcome, isPossibleDuplicate: boolean, reply?: Reply): Promise<Outcome>;
  defer(claim: Claim, reply?: Reply): Promise<void>;
  endedUnknown(claim: Claim): Promise<void>;
}

/** Not sent yet, and to be tried again. Holds nothing of the letter. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';

  constructor(
    readonly because: 'deferred' | 'unknown' | 'busy',
    readonly code: number | undefined,
    /** Seconds to wait at least, where that is known. */
    readonly after?: number,
  ) {
    super(
      because === 'busy'
        ? 'Another try on this letter is under way.'
        : because === 'unknown'
          ? 'The connection was lost while the letter went over; it is sent once more.'
          : `The SMTP server did not take the letter now${code ? ` (${code})` : ''}; it is tried again.`,
    );
  }
}

/** Bytes that are not those that were built: never to be sent. */
export class WrongBytes extends Error {
  override readonly name = 'WrongBytes';

  constructor(letterId: string) {
    super(
      `The kept bytes of letter ${letterId} are not those that were built. Nothing was sent; restore the row.`,
    );
  }
}

const leaseBeyondTry = 30;
/** Seconds. */
const soon = 2;

/** Notices go first; a reminder moves no date, so it waits for them. */
function turnOf(isStatutory: boolean, written: 'untried' | 'tried'): ClaimTurn {
  if (!isStatutory) return 'later';
  return written === 'untried' ? 'ahead' : 'first';
}

const leaseOf = ({ longestTry, longestWait }: Post, turn: ClaimTurn): number =>
  (turn === 'ahead' ? longestWait : 0) + longestTry + leaseBeyondTry;

/** The times a letter may go out: a notice the law requires, twice where nobody knows of the first; a reminder once. */
const mostTries = (isStatutory: boolean): number => (isStatutory ? 2 : 1);

export interface ToDeliver {
  readonly letterId: string;
  /** The sender, as SMTP is told, where reports on letters have no address of their own. */
  readonly from: string;
  /** Where reports on letters come back to; each letter's mark is put into it. */
  readonly returnTo?: string | undefined;
  readonly isStatutory: boolean;
}

/**
 * Sends one letter, or says what became of it. However often it is called, and from wherever, the letter goes out once; a notice
 * whose first try ended in the dark goes out once more, with the same bytes, and is marked as a possible duplicate. Only the first try of
 * a notice is claimed ahead: should the worker die before it began, the second is claimed with a connection in hand, so that no notice
 * is given up that never went out (0102).
 * @param isStatutory the law requires the letter
 * @throws TryAgain @throws WrongBytes
 */
export async function deliver<Claim extends OutboxClaim, Outcome>(
  outbox: Outbox<Claim, Outcome>,
  post: Post,
  { letterId, from, returnTo, isStatutory }: ToDeliver,
): Promise<Outcome> {
  const written = await outbox.write(letterId);
  if (written.kind === 'settled') return written.outcome;
  const turn = turnOf(isStatutory, written.kind);
  const { taken, sent } = await post.inTurn(turn, async send => {
    const taken = await outbox.claim(letterId, leaseOf(post, turn));
    if (taken.kind !== 'claimed' || taken.unknownTries >= mostTries(isStatutory)) return { taken };
    if (sha256(taken.bytes) !== taken.hash) {
      await outbox.defer(taken.claim);
      throw new WrongBytes(letterId);
    }
    const { returnToken } = taken;
    const sender =
      returnTo !== undefined && returnToken !== undefined ? returnAddress(returnTo, returnToken) : from;
    return { taken, sent: await send({ from: sender, to: taken.to }, taken.bytes) };
  });
  if (taken.kind === 'settled') return taken.outcome;
  // The other try mostly ends within a moment, and a sister case waits for its outcome: ask again soon.
  if (taken.kind === 'busy') throw new TryAgain('busy', undefined, Math.min(taken.retryAfter, soon));
  const { claim, unknownTries } = taken;
  if (!sent) return outbox.settle(claim, 'unknown', unknownTries > 1);
  return recorded(outbox, claim, sent, { unknownTries, isStatutory });
}

async function recorded<Claim extends OutboxClaim, Outcome>(
  outbox: Outbox<Claim, Outcome>,
  claim: Claim,
  sent: PostResult,
  { unknownTries, isStatutory }: { readonly unknownTries: number; readonly isStatutory: boolean },
): Promise<Outcome> {
  switch (sent.result) {
    case 'accepted':
    case 'refused':
      return outbox.settle(claim, sent.result, unknownTries > 0, replyOf(sent));
    case 'not-by-email':
      return outbox.settle(claim, 'to-be-posted', unknownTries > 0, replyOf(sent));
    case 'deferred':
      await outbox.defer(claim, replyOf(sent));
      throw new TryAgain('deferred', sent.code);
    case 'unknown':
      if (unknownTries + 1 >= mostTries(isStatutory))
        return outbox.settle(claim, 'unknown', unknownTries > 0);
      await outbox.endedUnknown(claim);
      throw new TryAgain('unknown', undefined);
  }
}

const replyOf = ({ code, words }: { readonly code?: number; readonly words: string }): Reply =>
  code === undefined ? { words } : { code, words };
