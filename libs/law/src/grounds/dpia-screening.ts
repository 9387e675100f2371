/** R67 — operations that always need a DPIA (Art 35(3) and the ICO's list); some only together with a European criterion. */
export const alwaysNeedsDpia = {
  significant_decisions_by_profiling: {
    withCriterion: false,
    words: 'systematic and extensive profiling or automated decisions with significant effects',
  },
  special_category_large_scale: {
    withCriterion: false,
    words: 'special category or criminal data on a large scale',
  },
  public_monitoring_large_scale: {
    withCriterion: false,
    words: 'systematic monitoring of public places on a large scale',
  },
  innovative_technology: { withCriterion: true, words: 'innovative technology' },
  denial_of_service: {
    withCriterion: false,
    words:
      'profiling, automated decisions or special category data to decide on access to a service, opportunity or benefit',
  },
  large_scale_profiling: { withCriterion: false, words: 'profiling on a large scale' },
  biometric_or_genetic: { withCriterion: true, words: 'biometric or genetic data' },
  data_matching: {
    withCriterion: false,
    words: 'combining, comparing or matching data from several sources',
  },
  invisible_processing: {
    withCriterion: true,
    words: 'data not obtained from the person, without a privacy notice',
  },
  tracking: { withCriterion: true, words: 'tracking location or behaviour' },
  children: {
    withCriterion: false,
    words: 'children: profiling, automated decisions, marketing or online services offered to them',
  },
  risk_of_physical_harm: { withCriterion: false, words: 'a breach could endanger health or safety' },
} as const satisfies Readonly<Record<string, { withCriterion: boolean; words: string }>>;
export type AlwaysNeedsDpia = keyof typeof alwaysNeedsDpia;

/** R68 — operations for which a DPIA is to be considered, and the ninth European criterion, the matching of data sets. */
export const europeanCriteria = {
  evaluation_or_scoring: 'evaluation or scoring',
  significant_automated_decisions: 'automated decisions with legal or similar significant effects',
  systematic_monitoring: 'systematic monitoring',
  sensitive_data: 'sensitive or highly personal data',
  large_scale: 'processing on a large scale',
  matching_datasets: 'matching or combining data sets',
  vulnerable_subjects: 'data about vulnerable people',
  innovative_solutions: 'innovative technological or organisational solutions',
  prevents_right_or_service: 'preventing the exercise of a right or the use of a service',
} as const;
export type EuropeanCriterion = keyof typeof europeanCriteria;

export interface DpiaAnswers {
  readonly operations: readonly AlwaysNeedsDpia[];
  readonly criteria: readonly EuropeanCriterion[];
  readonly isMajorProject: boolean;
}

export type DpiaScreening =
  | { readonly outcome: 'required'; readonly because: readonly (AlwaysNeedsDpia | EuropeanCriterion)[] }
  | {
      readonly outcome: 'consider';
      readonly because: readonly (AlwaysNeedsDpia | EuropeanCriterion | 'major_project')[];
    }
  | { readonly outcome: 'not_indicated'; readonly because: readonly [] };

/**
 * R67–R68 — what the screening says: required for an operation of the first list (with a criterion where it asks for one), or for two European
 * criteria; to be considered for one, or for any major project. Not doing a DPIA is a decision, and its reasons are recorded (R70).
 */
export function screenDpia({ operations, criteria, isMajorProject }: DpiaAnswers): DpiaScreening {
  const always = operations.filter(name => !alwaysNeedsDpia[name].withCriterion || criteria.length > 0);
  if (always.length > 0) return { outcome: 'required', because: always };
  if (criteria.length >= 2) return { outcome: 'required', because: criteria };
  const consider = [...operations, ...criteria, ...(isMajorProject ? (['major_project'] as const) : [])];
  return consider.length > 0
    ? { outcome: 'consider', because: consider }
    : { outcome: 'not_indicated', because: [] };
}

/** R69 — the steps of a DPIA, in order. */
export const dpiaSteps = [
  'describe',
  'consult',
  'necessity_and_proportionality',
  'risks',
  'measures',
  'sign_off',
  'integrate',
  'review',
] as const;
export type DpiaStep = (typeof dpiaSteps)[number];

export type Level = 'low' | 'medium' | 'high';

/** R69 — likelihood and severity together: high where either is high, low only where both are. */
export function riskOf(likelihood: Level, severity: Level): Level {
  return likelihood === 'high' || severity === 'high'
    ? 'high'
    : likelihood === 'low' && severity === 'low'
      ? 'low'
      : 'medium';
}

/** R70 — the DPO's advice is sought where there is one, and recorded with what was decided against it. */
export type DpoAdvice =
  | { readonly hasDpo: false }
  | { readonly hasDpo: true; readonly advice: string; readonly isFollowed: true }
  | { readonly hasDpo: true; readonly advice: string; readonly isFollowed: false; readonly whyNot: string };

/** R72 — what makes a review, or a new DPIA, necessary. */
export const dpiaReviewTriggers = [
  'nature_changed',
  'scope_changed',
  'context_changed',
  'purposes_changed',
  'scheduled',
  'new_risk_information',
] as const;
export type DpiaReviewTrigger = (typeof dpiaReviewTriggers)[number];

/** R71 — a high risk that remains must go to the regulator before the start: the project may not go live until the advice is there. */
export function mustConsultRegulator(residualRisk: Level): boolean {
  return residualRisk === 'high';
}
