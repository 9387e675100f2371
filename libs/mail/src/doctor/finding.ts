/** Good, wrong, worth mending though letters go out, or not to be told from here. */
export type Verdict = 'good' | 'wrong' | 'advice' | 'cannot-tell';

/** What was found at one place of the way a letter takes. Holds no secret and no person's address. */
export interface Finding {
  readonly place: 'SMTP' | 'DKIM' | 'SPF' | 'DMARC' | 'MX' | 'reports';
  readonly verdict: Verdict;
  readonly says: string;
  /** What to do; absent where all is well. */
  readonly remedy?: string;
}

type Place = Finding['place'];

export const good = (place: Place, says: string): Finding => ({ place, verdict: 'good', says });
export const wrong = (place: Place, says: string, remedy: string): Finding => ({
  place,
  verdict: 'wrong',
  says,
  remedy,
});
export const advice = (place: Place, says: string, remedy: string): Finding => ({
  place,
  verdict: 'advice',
  says,
  remedy,
});
export const cannotTell = (place: Place, says: string, remedy: string): Finding => ({
  place,
  verdict: 'cannot-tell',
  says,
  remedy,
});
