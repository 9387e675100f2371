import type { EntityHeld, SourceKind, SourceTerms } from './source.js';

/** `collect`: what is held about the person. `erase`: that it be erased (UK GDPR Art 17). */
export const askPurposes = ['collect', 'erase'] as const;
export type AskPurpose = (typeof askPurposes)[number];

export const askStates = ['waiting', 'asked', 'answered', 'set-aside'] as const;
export type AskState = (typeof askStates)[number];

/** `withheld` names an exemption, `cannot` a reason; the last two answer an erasure. */
export const sourceAnswers = [
  'found',
  'nothing-held',
  'cannot',
  'withheld',
  'erased',
  'partly-erased',
] as const;
export type SourceAnswer = (typeof sourceAnswers)[number];

/** What one source was asked for one case, and what it answered. */
export interface SourceAsk {
  readonly askId: string;
  readonly caseId: string;
  readonly requestId: string;
  readonly purpose: AskPurpose;
  readonly sourceId: string;
  readonly source: string;
  readonly title: string;
  readonly kind: SourceKind;
  /** As the source described them when it was asked. */
  readonly entities: readonly EntityHeld[];
  readonly state: AskState;
  readonly answer: SourceAnswer | null;
  /** Of `cannot`, of `withheld`, or why it was set aside; words in the vault. */
  readonly reasonWords: string | null;
  /** The paragraph (DPA 2018 Schs 2–4). */
  readonly exemption: string | null;
  /** What proves the erasure; words in the vault. */
  readonly proofWords: string | null;
  /** Counts up where it is asked anew; every token and message belongs to one round. */
  readonly round: number;
  /** Until then an answer by token is taken; null where none was given out. */
  readonly tokenUntil: string | null;
  readonly createdAt: string;
  readonly askedAt: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  readonly setAsideAt: string | null;
  readonly setAsideBy: string | null;
  readonly tries: number;
  readonly triedAt: string | null;
  /** Why the last try failed; null where it did not. */
  readonly failure: string | null;
  readonly chased: number;
  readonly chasedAt: string | null;
}

/** An ask with how its source is to be asked. */
export interface AskToMake extends SourceAsk {
  readonly terms: SourceTerms;
  /** Sealed under a key of the organisation. */
  readonly secret: Buffer | null;
  readonly earlierSecret: Buffer | null;
}

const columns = `a.ask_id AS "askId", a.case_id AS "caseId", a.request_id AS "requestId", a.purpose, a.source_id AS "sourceId",
  s.name AS source, s.title, s.kind, a.entities, a.state, a.answer, a.reason_words AS "reasonWords", a.exemption,
  a.proof_words AS "proofWords", a.round, a.token_until AS "tokenUntil", a.created_at AS "createdAt", a.asked_at AS "askedAt", a.answered_at AS "answeredAt",
  a.answered_by AS "answeredBy", a.set_aside_at AS "setAsideAt", a.set_aside_by AS "setAsideBy", a.tries,
  a.tried_at AS "triedAt", a.failure, a.chased, a.chased_at AS "chasedAt"`;
const from = 'FROM register.source_ask a JOIN register.source s USING (source_id)';

export const selectAsk = `SELECT ${columns} ${from}`;
export const selectAskToMake = `SELECT ${columns}, s.terms, s.secret,
  CASE WHEN s.earlier_until > now() THEN s.earlier_secret END AS "earlierSecret" ${from}`;
