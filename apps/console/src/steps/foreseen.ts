import { createHash } from 'node:crypto';
import {
  casePreview,
  requestPreview,
  type CaseItem,
  type CasePreview,
  type LetterPreview,
} from '@duly/api-contract';
import { ApiProblem } from '../duly-api/api-problem.js';

/** What a step would send, and what would become of the case whose page this is. */
export interface Foreseen {
  readonly letters: readonly LetterPreview[];
  /** Absent where the request’s step passes this case over. */
  readonly dates?: Pick<CasePreview, 'now' | 'after' | 'onceGiven'>;
}

export const ofCase = (told: unknown): Foreseen => {
  const { letters, now, after, onceGiven } = casePreview.parse(told);
  return { letters, dates: { now, after, onceGiven } };
};

/** Of a request’s preview: its letters, and what becomes of one case. @throws ApiProblem as that case would refuse it */
export function ofRequest(told: unknown, caseId: string): Foreseen {
  const { letters, cases } = requestPreview.parse(told);
  const own = cases.find(one => one.case === caseId);
  if (own?.outcome === 'refused') throw new ApiProblem(own.problem);
  if (own?.outcome !== 'accepted') return { letters };
  const { now, after, onceGiven } = own;
  return { letters, dates: { now, after, onceGiven } };
}

const dated = ({ dueDate, planBy, state }: CaseItem) => [dueDate, planBy, state];

/** Two previews alike have the same mark: the same letters to the same people, and the same dates. */
export function markOf({ letters, dates }: Foreseen): string {
  const sent = letters.map(({ kind, recipient, by, to, subject, text }) => [
    ...[kind, recipient, by, to, subject, text],
  ]);
  const days = dates && [dated(dates.now), dated(dates.after), dated(dates.onceGiven)];
  return createHash('sha256')
    .update(JSON.stringify([sent, days]))
    .digest('hex');
}
