import { toDay, writeDay, type CivilDate } from '@duly/law';
import type { CaseFile } from '../case-file.js';
import type { RecordNoticeGiven } from '../commands.js';
import { consequenceOf } from '../given.js';
import { isToStaff } from '../letters.js';
import { lettersDecidedBy } from '../letters-decided.js';
import { workingDaysAfter } from '../working-days.js';
import { noticeOf, numbered } from '../what-happened.js';
import { given, happened, refused, refuseDay, type Judgement, type Judging } from './judging.js';

const cite = 'UK GDPR Art 12(1), 12A(4) (R13)';

/** What did not go by e-mail: a person records how and when the notice reached the person. */
export function recordNoticeGiven(judging: Judging, command: RecordNoticeGiven): Judgement {
  const { file } = judging;
  const decision = numbered(file, command.decided);
  const letter = decision && lettersDecidedBy(file, decision).find(order => !isToStaff(order));
  if (!decision || !letter) {
    return refused(
      'no-such-notice',
      cite,
      {
        message: `Event ${command.decided} has decided no letter to a person.`,
        remedy: 'Name the number of the event that decided the letter, as the timeline shows it.',
      },
      { decided: command.decided },
    );
  }
  const notice = noticeOf(file, decision.number);
  if (notice) {
    return refused(
      'notice-already-given',
      cite,
      { message: `This notice was given on ${notice.on}.`, remedy: 'Nothing has to be recorded.' },
      { decided: decision.number, on: notice.on },
    );
  }
  const refusal = refuseDay(judging, command, decision.on);
  if (refusal) return refusal;
  const { letterId, kind, recipient } = letter;
  const told = { decided: decision.number, letter: letterId, kind, recipient, how: command.how };
  const late = given('reasonForLateness', command.reasonForLateness);
  const counts = whenItCounts(file, command);
  const posted = counts.on === command.on ? {} : { postedOn: command.on };
  return [
    { type: 'NoticeGiven', cite, ...told, ...posted, ...late, ...counts },
    ...consequenceOf(file, decision, counts),
  ];
}

/** R13 — what is handed over or said counts that day; what is posted as many working days later as the organisation has set. */
function whenItCounts(
  file: CaseFile,
  command: RecordNoticeGiven,
): { readonly on: CivilDate; readonly at?: string } {
  const { postedCountsAfter = 0 } = file.opening.settings;
  if (command.how !== 'post' || postedCountsAfter === 0) return happened(command);
  return { on: writeDay(workingDaysAfter(file, toDay(command.on), postedCountsAfter)) };
}
