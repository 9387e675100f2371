import { toDay, withWeekday, writeDay, type CivilDate, type Step } from '@duly/law';
import { givenOn } from './came-back/doubt.js';
import type { CaseFile } from './case-file.js';
import { isEvent, type CaseEvent, type EventOf } from './events.js';
import type { LetterKind } from './letter-rules.js';
import { everyOne } from './what-happened.js';
import { workingDaysAfter } from './working-days.js';

const cite = 'UK GDPR Art 12(1), 12A(4)';

/** A notice that a person posted on one day and that counts as given on a later one (R13). */
export interface PostedNotice {
  /** The number of the event that decided the letter. */
  readonly decided: number;
  readonly kind: LetterKind;
  readonly postedOn: CivilDate;
  readonly countsOn: CivilDate;
  /** Both days and the reason, a sentence for people. */
  readonly text: string;
}

type CountsLater = EventOf<'NoticeGiven'> & { readonly postedOn: CivilDate };

const countsLater = (event: CaseEvent): event is CountsLater =>
  isEvent(event, 'NoticeGiven') && event.postedOn !== undefined;

/** How many working days lie between, said only where the calendar of today counts to the same day. */
function waited(file: CaseFile, { postedOn, on }: CountsLater): string {
  const { postedCountsAfter: days = 0 } = file.opening.settings;
  const counted = writeDay(workingDaysAfter(file, toDay(postedOn), days));
  return counted === on
    ? `${days} working day${days === 1 ? '' : 's'} after posting`
    : 'some days after posting';
}

function inWords(file: CaseFile, notice: CountsLater): string {
  const [posted, counts] = [toDay(notice.postedOn), toDay(notice.on)].map(withWeekday);
  return (
    `Posted on ${posted}; the notice counts as given on ${counts}, because by the policy of this ` +
    `organisation (POSTED_COUNTS_AFTER) a posted notice counts ${waited(file, notice)}.`
  );
}

/** Of these events of the case: the notices that count later than they were posted. */
export const postedNotices = (file: CaseFile, events: readonly CaseEvent[]): readonly PostedNotice[] =>
  events.filter(countsLater).map(notice => {
    const { decided, kind, postedOn, on: countsOn } = notice;
    return { decided, kind, postedOn, countsOn, text: inWords(file, notice) };
  });

/** Whether what the notice brought about counts on its day: an ask, an extension, an ending or an acknowledgement. */
function bearsOnADate(file: CaseFile, { decided, on }: CountsLater): boolean {
  return file.events.some(
    event =>
      'decided' in event &&
      event.decided === decided &&
      event.type !== 'NoticeGiven' &&
      event.type !== 'NoticeNotGiven' &&
      event.type !== 'NoticeBounced' &&
      givenOn(file, event).date === on,
  );
}

/** R13 — why a notice that was posted counts when it does, for those on which a date of the case rests. */
function stepsOfPost(file: CaseFile): readonly Step[] {
  return everyOne(file, 'NoticeGiven')
    .filter(countsLater)
    .filter(notice => bearsOnADate(file, notice))
    .map(notice => ({
      rule: 'R13',
      cite,
      inputs: { notice: notice.kind, postedOn: notice.postedOn },
      outcome: notice.on,
      text: inWords(file, notice),
    }));
}

/** The law's steps, and before the first that rests on a posted notice, why that counts on its day. */
export function withPost(file: CaseFile, steps: readonly Step[]): readonly Step[] {
  return stepsOfPost(file).reduce<readonly Step[]>((told, post) => {
    const rests = told.findIndex(
      ({ rule, inputs }) => rule !== 'R13' && Object.values(inputs).includes(String(post.outcome)),
    );
    const place = rests < 0 ? told.length : rests;
    return [...told.slice(0, place), post, ...told.slice(place)];
  }, steps);
}
