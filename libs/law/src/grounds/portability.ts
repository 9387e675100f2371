import type { RefusalGroundOf } from './refusal-grounds.js';

/** Where an item of data comes from. What was observed counts as provided; what the controller made of it does not (R40; ICO). */
export const dataOrigins = ['provided', 'observed', 'inferred', 'derived'] as const;
export type DataOrigin = (typeof dataOrigins)[number];

/** UK GDPR Art 6(1), and the explicit consent of Art 9(2)(a). */
export const lawfulBases = [
  'consent',
  'explicit_consent',
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
  'legitimate_interests',
  'recognised_legitimate_interest',
] as const;
export type LawfulBasis = (typeof lawfulBases)[number];

/** An item of data as portability looks at it. */
export interface PortableCandidate {
  readonly basis: LawfulBasis;
  readonly isAutomated: boolean;
  readonly origin: DataOrigin;
}

export type Portability =
  | { readonly isPortable: true }
  | {
      readonly isPortable: false;
      readonly missing: readonly RefusalGroundOf<'portability'>[];
      /** Inferred and derived data is left out of the export, but given where the request is also one for access. */
      readonly isDueUnderAccess: boolean;
    };

const portableBases: readonly LawfulBasis[] = ['consent', 'explicit_consent', 'contract'];

/** R40 — all three conditions together: consent or contract, automated means, provided by the person (UK GDPR Art 20(1)). */
export function portabilityOf({ basis, isAutomated, origin }: PortableCandidate): Portability {
  const missing: RefusalGroundOf<'portability'>[] = [];
  if (basis === 'public_task') missing.push('public_task');
  else if (!portableBases.includes(basis)) missing.push('neither_consent_nor_contract');
  if (!isAutomated) missing.push('not_automated');
  if (origin === 'inferred' || origin === 'derived') missing.push('not_provided_by_person');
  return missing.length === 0 ? { isPortable: true } : { isPortable: false, missing, isDueUnderAccess: true };
}

/** R40 — formats that Art 20 and the ICO name; others serve where the person can use them. */
export const portableFormats = ['csv', 'xml', 'json'] as const;
