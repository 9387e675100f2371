import type { ApprovableCommand, CaseOrigin, Channel, ComplaintFinding, StoppableChannel } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { ToPerson } from './organisation.js';
import type { ToStaff } from './to-staff.js';

export interface ComplaintAcknowledgementData extends ToPerson {
  readonly channel: Channel;
  /** What was noted of a complaint that was spoken or made on social media, to be confirmed (R46). */
  readonly wordsNoted?: string;
  /** It was not seen, or taken for something else, when the letter was first read. */
  readonly origin?: CaseOrigin;
}

export interface ComplaintProgressData extends ToPerson {
  readonly howItStands: string;
}

export interface ComplaintOutcomeData extends ToPerson {
  readonly finding: ComplaintFinding;
  readonly whatWeFound: string;
  /** Given after the thirty days without an acknowledgement: the reason. */
  readonly lateBecause?: string;
}

export interface MarketingStoppedData extends ToPerson {
  /** What the person limited it to; absent where every channel is stopped. */
  readonly stopFor?: readonly StoppableChannel[];
  /** It was not seen, or taken for something else, when the letter was first read. */
  readonly origin?: CaseOrigin;
  /** The last day for our answer; null where there is none yet. */
  readonly dueDate: CivilDate | null;
}

export interface WhichRecordData extends ToPerson {
  readonly question: string;
}

export interface ProgressDueData extends ToStaff {
  /** Nothing was told to the person since this day. */
  readonly since: CivilDate;
}

export interface ApprovalToManagerData extends ToStaff {
  /** The last day on which the step does what it is meant to do. */
  readonly cutOff: CivilDate;
  readonly step: ApprovableCommand['verb'];
}

export interface EscalationToManagerData extends ToStaff {
  /** The name of who escalated it. */
  readonly askedBy?: string;
}

/** What the letters of the duties are written from. */
export interface AbsoluteRightsData {
  readonly 'complaint-acknowledgement': ComplaintAcknowledgementData;
  readonly 'complaint-progress': ComplaintProgressData;
  readonly 'complaint-outcome': ComplaintOutcomeData;
  readonly 'progress-due': ProgressDueData;
  readonly 'marketing-stopped': MarketingStoppedData;
  readonly 'which-record': WhichRecordData;
  readonly 'approval-to-manager': ApprovalToManagerData;
  readonly 'escalation-to-manager': EscalationToManagerData;
}
