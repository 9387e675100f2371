import {
  isToStaff,
  type LetterKind,
  type LetterOrder,
  type LetterOutcome,
  type LetterReport,
} from '@duly/case';
import type { LetterMaker, PrintRoom } from '@duly/letters';
import { deliver, TryAgain, type Post } from '@duly/mail';
import type { DigestOutcome, Register } from '@duly/register';
import type { Vault } from '@duly/vault';
import { SealedOutbox } from '../letters/sealed-outbox.js';
import type { LinkMaker } from '../packages/link-maker.js';
import type { CaseTime } from './attempt-time.js';

/** What sending a letter needs. */
export interface PostRoom {
  readonly register: Register;
  readonly vault: Vault;
  readonly maker: LetterMaker;
  readonly post: Post;
  /** Prints what goes by post. */
  readonly paper?: PrintRoom;
  /** The address letters are sent from, as SMTP is told. */
  readonly from: string;
  /** Where reports on letters come back to, where there is such an address. */
  readonly returnTo?: string | undefined;
  /** Makes the links that letters bring. */
  readonly links?: LinkMaker;
  /** Told of each letter when it has its outcome, for counting: of two cases of a request, the one that sends it. */
  readonly settled?: (kind: LetterKind, outcome: LetterOutcome['outcome'] | 'not-needed') => void;
  /** Told of each digest that has its outcome, for counting. */
  readonly digestSettled?: (outcome: DigestOutcome) => void;
}

/** A letter of whose first try nobody knows goes out once more; what only reminds does not (R24). */
const isSentTwice = (order: LetterOrder): boolean =>
  !isToStaff(order) && order.kind !== 'reminder-to-requester';

/** Writes the letter and keeps it. @returns the outcome of one that cannot go by e-mail: it is printed from what was kept */
async function written(
  order: LetterOrder,
  { register: { letters }, maker, settled, paper, links }: PostRoom,
  time: CaseTime,
): Promise<LetterOutcome | undefined> {
  const { letterId } = order;
  const made = await maker.make(order, time(), await links?.forLetter(order));
  if (made.kind !== 'erased') await letters.keep(letterId, made.kept);
  const unsent = async (outcome: 'to-be-posted' | 'refused') => {
    const ended = await letters.settleUnsent(letterId, { outcome, ...time() });
    settled?.(order.kind, ended.outcome);
    return ended;
  };
  switch (made.kind) {
    case 'to-send':
      return undefined;
    case 'no-address':
      // Ready for whoever posts it. What cannot be printed says so when it is asked for, and is no reason to wait.
      await paper?.pdf(order.requestId, letterId).catch(() => undefined);
      return unsent('to-be-posted');
    case 'wrong-address':
    case 'erased':
      return unsent('refused');
  }
}

/**
 * Sends one letter and says what became of it. Written once and kept: whoever tries again, for whichever case of the request,
 * sends the same bytes or gets the outcome there is.
 * @throws TryAgain where it may be tried again
 */
async function sendOrSay(order: LetterOrder, room: PostRoom, time: CaseTime): Promise<LetterOutcome> {
  const { letters, mailReports } = room.register;
  const { letterId } = order;
  const write = () => written(order, room, time);
  const settled = (outcome: LetterOutcome['outcome']) => room.settled?.(order.kind, outcome);
  const failed = (requestId: string, hash: string) => mailReports.addressFailed(requestId, hash);
  const outbox = new SealedOutbox(letters, room.vault, order, time, write, settled, failed);
  const { from, returnTo } = room;
  return deliver(outbox, room.post, { letterId, from, returnTo, isStatutory: isSentTwice(order) });
}

/**
 * As above; a letter that the server has not taken by the time a person is to be asked says so, and is given to us again.
 * @throws TryAgain where it may be tried again
 */
export async function sendLetter(order: LetterOrder, room: PostRoom, time: CaseTime): Promise<LetterReport> {
  try {
    const outcome = await sendOrSay(order, room, time);
    await room.links?.sent(order, outcome);
    return outcome;
  } catch (error) {
    const { letterId, otherMeansFrom } = order;
    const isNow = otherMeansFrom !== undefined && time().at >= otherMeansFrom;
    if (isNow && error instanceof TryAgain && error.because === 'deferred')
      return { letterId, outcome: 'deferred', ...time() };
    throw error;
  }
}
