import type { CivilDate } from '@duly/law';
import { isSetAside } from './asks.js';
import { cameBack } from './came-back/doubt.js';
import type { CaseFile } from './case-file.js';
import { askClock } from './clock-of.js';
import { closingOf } from './closing.js';
import type { Draft } from './decide/judging.js';
import { isComplaint } from './duties/complaint/acknowledged.js';
import { isEnquiry } from './duties/enquiry/standing-open.js';
import type { CaseEvent, EventOf } from './events.js';
import { isRemoved } from './extension.js';
import { toldBy } from './told-by.js';
import { everyOne, isFollowedUp, versionOf } from './what-happened.js';

interface When {
  readonly on: CivilDate;
  readonly at?: string;
}

/** R12 — another extension was given meanwhile, since this one had fallen away: there is one only, and no alarm while that one stands. */
function overtaken(file: CaseFile, { number, noticeBy }: EventOf<'ExtensionDecided'>, when: When): Draft[] {
  if (isFollowedUp(file, number, ['ExtensionFellAway'])) return [];
  const cite = 'UK GDPR Art 12A(3) (R12)';
  return [{ type: 'ExtensionFellAway', cite, decided: number, noticeBy: noticeBy ?? when.on }];
}

/** R13, R14 — in force when its notice was given on or before the cut-off as it stood on that day; else it falls away. */
function extended(file: CaseFile, decided: EventOf<'ExtensionDecided'>, when: When): Draft[] {
  const { number } = decided;
  if (isRemoved(file, number)) return [];
  if (everyOne(file, 'TimeExtended').length > 0) return overtaken(file, decided, when);
  const inForce: Draft = { type: 'TimeExtended', cite: 'UK GDPR Art 12A(3) (R12)', decided: number, ...when };
  const event = {
    ...inForce,
    number: versionOf(file) + 1,
    run: file.opening.run,
    recordedAt: when.at ?? '',
    by: 'post',
  } as CaseEvent;
  const tried = askClock({ ...file, events: [...file.events, event] });
  if ('error' in tried || tried.clock.extensionValid === true) return [inForce];
  if (isFollowedUp(file, number, ['ExtensionFellAway'])) return [];
  const noticeBy = tried.clock.extensionNoticeBy ?? when.on;
  const cite = 'UK GDPR Art 12A(4)(a) (R14)';
  const fallen: Draft = { type: 'ExtensionFellAway', cite, decided: number, noticeBy };
  // Where the due date has passed as well, its own alarm comes at the case's place in the window.
  if (tried.clock.effectiveDueDate === noticeBy) return [fallen];
  return [fallen, { type: 'AlarmRaised', cite, forDate: noticeBy, because: 'extension-fell-away' }];
}

/** What follows when the notice of a decision is given: only now does it count, on the day it was given. */
export function consequenceOf(file: CaseFile, decision: CaseEvent, when: When): readonly Draft[] {
  const { cite, number } = decision;
  const carriedOut = { cite, decided: number, ...when };
  if (decision.type === 'LiftingDecided') {
    return [{ type: 'RestrictionLifted', restriction: decision.restriction, ...carriedOut }];
  }
  // What came back and is given again has had its consequence; only its day is another.
  if (closingOf(file) || cameBack(file, number)) return [];
  const acknowledged = (): readonly Draft[] =>
    isComplaint(file) ? [{ type: 'ComplaintAcknowledged', ...carriedOut }] : [];
  return (
    toldBy<readonly Draft[]>(decision, {
      IdentityAskDecided: () => [{ type: 'IdentityRequested', ...carriedOut }],
      AuthorityAskDecided: () => [{ type: 'AuthorityRequested', ...carriedOut }],
      // Set aside before its letter was given: the letter asks for nothing any more.
      FeeAskDecided: ({ basis }) =>
        isSetAside(file, number) ? [] : [{ type: 'FeeRequested', basis, ...carriedOut }],
      ClarificationAskDecided: () => [{ type: 'ClarificationRequested', ...carriedOut }],
      ExtensionDecided: decided => extended(file, decided, when),
      RefusalDecided: ({ extent }) => [{ type: 'RequestRefused', extent, ...carriedOut }],
      AnswerDecided: ({ extent }) => [{ type: 'RequestAnswered', extent, ...carriedOut }],
      AbandonmentWarningDecided: () => [{ type: 'AbandonmentWarned', ...carriedOut }],
      CannotIdentifyDecided: () => [{ type: 'ToldNotIdentified', ...carriedOut }],
      ReclassificationDecided: ({ as }) => [{ type: 'CaseReclassified', as, ...carriedOut }],
      // Promoted before the letter was given: then it is a request, whatever the letter says.
      DismissalDecided: () => (isEnquiry(file) ? [{ type: 'EnquiryDismissed', ...carriedOut }] : []),
      DecisionExplanationDecided: () => [{ type: 'DecisionExplained', ...carriedOut }],
      RequestReceived: acknowledged,
      EnquiryPromoted: acknowledged,
      ProgressDecided: () => [{ type: 'ProgressTold', ...carriedOut }],
      OutcomeDecided: ({ finding }) => [{ type: 'ComplaintConcluded', finding, ...carriedOut }],
      RecordQuestionDecided: () => [{ type: 'RecordQuestionAsked', ...carriedOut }],
      AbandonmentDecided: () => [{ type: 'RequestAbandoned', ...carriedOut }],
    }) ?? []
  );
}
