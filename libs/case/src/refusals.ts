import type { CivilDate } from '@duly/law';
import type { Verb } from './commands.js';
import type { DutyName } from './duties/duty-names.js';
import type {
  AssessmentFactor,
  AssessmentFinding,
  CaseId,
  CaseReference,
  FeeAssessment,
  StaffId,
} from './names.js';
import type { Granted } from './rights/right-rules.js';

/** What a command of a duty may speak of. */
export type Recorded =
  'record' | 'recipient' | 'measure' | 'finding' | 'restriction' | 'intervention' | 'exemption' | 'item';

/** What each refusal carries besides its words: numbers, dates, enums and opaque ids only. */
export interface RefusalData {
  /** The case has ended, so nothing but what tidies up is possible. */
  'case-closed': { readonly closedOn: CivilDate };
  /** Only a closed case can be reopened. */
  'case-open': object;
  'version-conflict': { readonly expectedVersion: number; readonly version: number };
  'receipt-in-future': { readonly receivedOn: CivilDate; readonly today: CivilDate };
  'receipt-dates-differ': { readonly receivedOn: CivilDate; readonly localDate: CivilDate };
  'receipt-missing': object;
  'not-a-date': { readonly field: string };
  'date-in-future': { readonly field: string; readonly on: CivilDate; readonly today: CivilDate };
  'date-before': { readonly field: string; readonly on: CivilDate; readonly earliest: CivilDate };
  'reasons-missing': { readonly field: string };
  'already-asked': { readonly ask: number };
  'nothing-awaited': {
    readonly what: 'identity' | 'authority' | 'fee' | 'clarification' | 'agreement' | 'way-to-reach';
  };
  /** An ask stands open, or what came for it has not been judged. */
  'still-awaited': { readonly what: 'identity' | 'authority' };
  'nothing-to-judge': object;
  'nobody-acts-for-the-person': object;
  'nothing-to-refund': object;
  'assessment-missing': object;
  'amount-out-of-range': { readonly amountPence: number };
  'not-for-this-right': { readonly right: string };
  'extension-too-late': { readonly noticeBy: CivilDate; readonly today: CivilDate };
  'second-extension': { readonly extension: number };
  'promised-date-out-of-range': { readonly earliest: CivilDate; readonly latest: CivilDate };
  'no-extension': object;
  'already-decided': { readonly decided: number };
  'cannot-be-refused': { readonly right: string };
  'late-without-reason': { readonly dueDate: CivilDate; readonly today: CivilDate };
  'would-be-late': { readonly dueDate: CivilDate; readonly today: CivilDate };
  'nothing-unanswered': object;
  'too-early-to-abandon': { readonly from: CivilDate; readonly today: CivilDate };
  'not-warned': { readonly ask: number };
  'no-such-notice': { readonly decided: number };
  'notice-already-given': { readonly decided: number; readonly on: CivilDate };
  'no-such-proposal': { readonly proposal: number };
  'already-proposed': { readonly proposal: number };
  'own-proposal': { readonly by: StaffId };
  'contradicts-facts': { readonly field: string };
  'nothing-to-complete': { readonly task: string };
  'duties-open': { readonly duties: readonly DutyName[] };
  /** A change of the calendar that moves no date of the case: it goes on by the one it has. */
  'calendar-moves-nothing': { readonly calendarVersion: string };
  /** References of the cases that hold the data. */
  held: { readonly cases: readonly string[] };
  'no-standing': { readonly aged: string; readonly livesIn: string };
  'not-a-child': { readonly aged: string; readonly livesIn: string };
  'not-yet-a-request': object;
  'not-an-enquiry': object;
  'same-right': { readonly right: string };
  'already-escalated': object;
  'linked-to-itself': { readonly other: CaseReference };
  'already-linked': { readonly other: CaseReference };
  'not-linked': { readonly other: CaseReference };
  /** The number names no event of that kind, or one that something else has taken the place of. */
  'not-on-record': { readonly what: Recorded; readonly number: number | null };
  'does-not-fit': { readonly field: string };
  'still-being-checked': { readonly restriction: number };
  'decided-otherwise': { readonly granted: Granted };
  'own-decision': { readonly reviewer: StaffId };
  'no-ground-to-erase': object;
  'evidence-missing': { readonly factor: AssessmentFactor };
  'factor-missing': { readonly finding: AssessmentFinding };
  'not-assessed': { readonly assessment: FeeAssessment };
  'fee-or-refusal': { readonly decided: number };
  'own-assessment': { readonly assessment: number };
  'above-ceiling': { readonly amountPence: number; readonly ceiling: number };
  'above-estimate': { readonly amountPence: number; readonly estimate: number };
  /** The period of a month has ended: what is asked for now moves nothing. */
  'period-ended': { readonly dueDate: CivilDate; readonly today: CivilDate };
  /** A fee under Art 12(5) was asked for and has not been set aside. */
  'fee-stands': { readonly fee: number };
  'already-settled': { readonly proposal: number; readonly settled: number };
}

export type RefusalCode = keyof RefusalData;

/** Why a command was refused, for people: what was wrong, the rule, what to do. Holds no personal data. */
export type CaseRefusalOf<Code extends RefusalCode> = Code extends RefusalCode
  ? {
      readonly code: Code;
      /** The provision and the rule, as `UK GDPR Art 12A(4)(a) (R14)`. */
      readonly cite: string;
      readonly message: string;
      readonly remedy: string;
      readonly caseId?: CaseId;
      readonly verb?: Verb | 'open';
    } & RefusalData[Code]
  : never;
export type CaseRefusal = CaseRefusalOf<RefusalCode>;

/** Every code; the compiler holds that none is forgotten. */
const everyCode: Readonly<Record<RefusalCode, true>> = {
  'case-closed': true,
  'case-open': true,
  'version-conflict': true,
  'receipt-in-future': true,
  'receipt-dates-differ': true,
  'receipt-missing': true,
  'not-a-date': true,
  'date-in-future': true,
  'date-before': true,
  'reasons-missing': true,
  'already-asked': true,
  'nothing-awaited': true,
  'still-awaited': true,
  'nothing-to-judge': true,
  'nobody-acts-for-the-person': true,
  'nothing-to-refund': true,
  'assessment-missing': true,
  'amount-out-of-range': true,
  'not-for-this-right': true,
  'extension-too-late': true,
  'second-extension': true,
  'promised-date-out-of-range': true,
  'no-extension': true,
  'already-decided': true,
  'cannot-be-refused': true,
  'late-without-reason': true,
  'would-be-late': true,
  'nothing-unanswered': true,
  'too-early-to-abandon': true,
  'not-warned': true,
  'no-such-notice': true,
  'notice-already-given': true,
  'no-such-proposal': true,
  'already-proposed': true,
  'own-proposal': true,
  'contradicts-facts': true,
  'nothing-to-complete': true,
  'duties-open': true,
  'calendar-moves-nothing': true,
  held: true,
  'no-standing': true,
  'not-a-child': true,
  'not-yet-a-request': true,
  'not-an-enquiry': true,
  'same-right': true,
  'already-escalated': true,
  'linked-to-itself': true,
  'already-linked': true,
  'not-linked': true,
  'not-on-record': true,
  'does-not-fit': true,
  'still-being-checked': true,
  'decided-otherwise': true,
  'own-decision': true,
  'no-ground-to-erase': true,
  'evidence-missing': true,
  'factor-missing': true,
  'not-assessed': true,
  'fee-or-refusal': true,
  'own-assessment': true,
  'above-ceiling': true,
  'above-estimate': true,
  'period-ended': true,
  'fee-stands': true,
  'already-settled': true,
};
export const refusalCodes = Object.keys(everyCode) as readonly RefusalCode[];

/** What a judgement gives: events, or one refusal. */
export type Decision<Given> = readonly Given[] | CaseRefusal;

export function isRefusal(decision: Decision<unknown>): decision is CaseRefusal {
  return !Array.isArray(decision);
}
