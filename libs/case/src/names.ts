import type { ExcessiveFactor, NotEnoughForManifestly, UnfoundedFactor } from '@duly/law';
import { particularNames } from './duties/particulars/particular-names.js';

/** The organisation's own name for a case: a UUID. Never derived from a person. */
export type CaseId = string;
/** Of a case, as people write it: `DR-2036-000123-1`; never derived from a person. */
export type CaseReference = string;
/** What the person sent: a UUID; one request has one case per right. */
export type RequestId = string;
/** A text kept in the vault; the words themselves never travel. */
export type WordsId = string;
/** The fields that hold words, wherever they stand in a command or an event: text in a body, its id everywhere else. */
export const wordsFields = [
  'words',
  'reasons',
  'doubts',
  'reasonForLateness',
  'despite',
  'leftOut',
  'backups',
  'prejudice',
  ...particularNames,
] as const;
export type WordsFieldName = (typeof wordsFields)[number];
/** An opaque name of a member of staff; never a name or an address. */
export type StaffId = string;
/** Who caused an event: a member of staff, or `time` (a moment has come), `post` (an outcome came back), `calendar` or `schedule` (it changed). */
export type Author = string;

/** How a request reached us; any of them counts (R16). */
export const channels = [
  'email',
  'post',
  'web-form',
  'telephone',
  'in-person',
  'social-media',
  'other',
] as const;
export type Channel = (typeof channels)[number];

/** The rights whose requests live this life (UK GDPR Arts 15–22D), and the complaint to the controller (DPA 2018 s.164A). */
export const caseRights = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'objection_direct_marketing',
  'adm_22c',
  'complaint',
] as const;
export type CaseRight = (typeof caseRights)[number];
/** Nothing is weighed against these: no refusal, no fee, no extension (Art 21(3); DPA 2018 s.164A). */
export type AbsoluteRight = 'objection_direct_marketing' | 'complaint';
export type WeighedRight = Exclude<CaseRight, AbsoluteRight>;

/** Art 12A(3): the only lawful grounds for more time (R15). */
export const extensionGrounds = ['complexity', 'number-of-requests'] as const;
export type ExtensionGround = (typeof extensionGrounds)[number];

/** Why a request may be refused, wholly or partly (R31). */
export const refusalGrounds = [
  'manifestly-unfounded',
  'manifestly-excessive',
  'cannot-identify',
  'exemption',
  'right-does-not-apply',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** Art 12(5): what a fee that moves the month must have been assessed as (R49). */
export const feeAssessments = ['manifestly-unfounded', 'manifestly-excessive'] as const;
export type FeeAssessment = (typeof feeAssessments)[number];
export const feeBases = ['12(5)', '15(3)'] as const;
export type FeeBasis = (typeof feeBases)[number];

/** What an assessment may find; with `neither` the request is dealt with like any other (R49). */
export const assessmentFindings = [...feeAssessments, 'neither'] as const;
export type AssessmentFinding = (typeof assessmentFindings)[number];
export type AssessmentFactor = UnfoundedFactor | ExcessiveFactor | NotEnoughForManifestly;
/** ISO 4217; amounts are in its minor units. */
export const currencies = ['GBP', 'EUR'] as const;
export type Currency = (typeof currencies)[number];

/** What came of a complaint (DPA 2018 s.164A(4)(b)). */
export const complaintFindings = ['upheld', 'partly-upheld', 'not-upheld'] as const;
export type ComplaintFinding = (typeof complaintFindings)[number];

/** The ways of marketing that an objection may be limited to (R61). */
export const stoppableChannels = ['email', 'phone', 'post'] as const;
export type StoppableChannel = (typeof stoppableChannels)[number];

export const extents = ['wholly', 'partly'] as const;
export type Extent = (typeof extents)[number];

/** How a notice reached the person. `email` is recorded by the post; the others by a person. */
export const waysGiven = ['email', 'post', 'by-hand', 'spoken'] as const;
export type WayGiven = (typeof waysGiven)[number];

/** Why a case was opened after its letter had been read. */
export const caseOrigins = ['overlooked', 'reclassified'] as const;
export type CaseOrigin = (typeof caseOrigins)[number];

/** As what somebody asks on another's behalf. Of a bulk agent each request stands for itself (R47). */
export const actingAs = ['agent', 'bulk-agent', 'parent'] as const;
export type ActingAs = (typeof actingAs)[number];

/** Whose word somebody who asks for another has shown: the person's own, or the law's that makes a parent responsible for a child. */
export const authorities = ['from-the-person', 'parental-responsibility'] as const;
export type Authority = (typeof authorities)[number];

/** The ages between which the law of the nations changes (R48). */
export const ageBands = ['under-12', '12-to-15', '16-or-17'] as const;
export type AgeBand = (typeof ageBands)[number];
export interface ChildNamed {
  readonly aged: AgeBand;
  readonly livesIn: 'england-and-wales' | 'scotland' | 'northern-ireland';
}

/** What the person may be asked for. */
export type Asked = 'identity' | 'authority' | 'fee' | 'clarification';

/** The parts that people may take in a request. */
export const personRoles = ['subject', 'requester', 'recipient'] as const;
export type PersonRole = (typeof personRoles)[number];

/** Which of the people of a request have been named; who they are stays in the vault. */
export interface PeopleNamed {
  /** Somebody asks on the subject's behalf, so authority may be asked for (R22). */
  readonly requester: boolean;
  /** Somebody else is to receive the answer. */
  readonly recipient: boolean;
  readonly actsAs?: ActingAs;
  /** The subject is a child. */
  readonly child?: ChildNamed;
}
