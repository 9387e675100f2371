import type { Turn } from './gate.js';

/** `ahead`: a letter that may be claimed while its connection still has others to send, so that none waits for its claim. */
export type ClaimTurn = Turn | 'ahead';

/** What the SMTP server made of one try. Its words repeat the address, so they are personal data. */
export type PostResult =
  | { readonly result: 'accepted'; readonly code: number; readonly words: string }
  /** A refusal that stays (5xx): the same letter will be refused again. */
  | { readonly result: 'refused'; readonly code?: number; readonly words: string }
  /** The server cannot write to this address at all: one beyond ASCII, without SMTPUTF8 (RFC 6531). Nothing was sent. */
  | { readonly result: 'not-by-email'; readonly words: string; readonly code?: number }
  /** Not taken now (4xx, no connection, no sign-in): it was not sent, and may be tried again. */
  | { readonly result: 'deferred'; readonly code?: number; readonly words: string }
  /** The connection was lost after the letter had begun to go over: it may have been taken, or not. */
  | { readonly result: 'unknown' };

/** Who sends, and to whom, as SMTP is told. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** Sends exactly these bytes to one address, and never throws for what a server does. */
export type Send = (envelope: Envelope, bytes: Buffer) => Promise<PostResult>;

/** The way out. */
export interface Post {
  send(envelope: Envelope, bytes: Buffer, turn?: Turn): Promise<PostResult>;
  /**
   * Waits until a connection is free, then does the work, which sends by what it is given. A letter is claimed in here: one that
   * only waits is nobody's, so no lease ends over it, and who dies while it waits leaves no doubt of it. Work that goes ahead begins
   * a little earlier: what it sends waits for a connection, at most {@link longestWait}.
   */
  inTurn<Answer>(turn: ClaimTurn, work: (send: Send) => Promise<Answer>): Promise<Answer>;
  /** Seconds that what goes ahead may wait for a connection, however silent the server is. */
  readonly longestWait: number;
  /** Seconds after which a try has ended, however silent the server is. */
  readonly longestTry: number;
}
