import { exemptionsInForce, type CaseFile, type CaseRight } from '@duly/case';
import { portabilityOf } from '@duly/law';
import {
  stands,
  type CollectedItem,
  type RegisteredCase,
  type Review,
  type ReviewMark,
} from '@duly/register';

export type Missing =
  'nobody-has-looked' | 'others-not-decided' | 'exemption-not-in-force' | 'redacted-document-gone';

/** One item with what it lacks before it may leave. */
export interface JudgedItem {
  readonly item: CollectedItem;
  readonly marks: readonly ReviewMark[];
  readonly tellsOfOthers: boolean;
  readonly isWithheld: boolean;
  /** Fields that Art 20 does not reach (R40). */
  readonly notPortable: readonly string[];
  readonly missing: readonly Missing[];
}

/** R40 — by its basis and origin a field is portable or not; what is kept in a system is processed by automated means. */
function notPortableOf(right: CaseRight, { entity }: CollectedItem): readonly string[] {
  if (right !== 'portability' || !entity) return [];
  return entity.fields
    .filter(({ basis, origin }) => !portabilityOf({ basis, origin, isAutomated: true }).isPortable)
    .map(({ name }) => name);
}

function missingOf(
  marks: readonly ReviewMark[],
  inForce: ReadonlySet<number>,
  documents: ReadonlySet<string>,
): readonly Missing[] {
  const of = (kind: ReviewMark['mark']) => marks.filter(({ mark }) => mark === kind);
  const isLeftOut = of('redact').length + of('withhold').length > 0;
  const isReleased = of('seen').some(({ words }) => words !== null);
  return [
    ...(isLeftOut || of('seen').length > 0 ? [] : (['nobody-has-looked'] as const)),
    ...(of('third-party').length > 0 && !isLeftOut && !isReleased ? (['others-not-decided'] as const) : []),
    ...(marks.some(({ exemption }) => exemption !== null && !inForce.has(exemption))
      ? (['exemption-not-in-force'] as const)
      : []),
    ...(marks.some(({ replacedBy }) => replacedBy !== null && !documents.has(replacedBy))
      ? (['redacted-document-gone'] as const)
      : []),
  ];
}

/** What each item lacks. */
/** A review with what each item lacks, and whether it is finished. */
export interface ReviewOfCase {
  readonly known: RegisteredCase;
  readonly file: CaseFile;
  readonly review: Review;
  readonly items: readonly JudgedItem[];
  readonly isFinished: boolean;
}

export function judged(review: Review, file: CaseFile, right: CaseRight): readonly JudgedItem[] {
  const inForce = new Set(exemptionsInForce(file).map(({ number }) => number));
  const documents = new Set([...review.items, ...review.papers].map(({ documentId }) => documentId));
  return review.items.map(item => {
    const marks = review.marks.filter(({ documentId }) => documentId === item.documentId);
    const standing = marks.filter(stands);
    return {
      item,
      marks,
      tellsOfOthers: standing.some(({ mark }) => mark === 'third-party'),
      isWithheld: standing.some(({ mark }) => mark === 'withhold'),
      notPortable: notPortableOf(right, item),
      missing: missingOf(standing, inForce, documents),
    };
  });
}

const never: readonly Missing[] = ['exemption-not-in-force', 'redacted-document-gone'];

/** Whether what the setting asks for is done, for exactly this. Two: one of them has marked nothing that counts. */
export function isFinished(
  asks: 'none' | 'one' | 'two',
  { finishes, marks }: Review,
  items: readonly JudgedItem[],
): boolean {
  // Whatever the setting says: an exemption that fell away keeps nothing back, and what is not there goes in nothing's place.
  if (items.some(({ missing }) => missing.some(one => never.includes(one)))) return false;
  if (asks === 'none') return true;
  if (items.some(({ missing }) => missing.length > 0) || finishes.length === 0) return false;
  const markers = new Set(marks.filter(stands).map(({ madeBy }) => madeBy));
  return asks === 'one' || finishes.some(({ finishedBy }) => !markers.has(finishedBy));
}
