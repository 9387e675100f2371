import type { CalendarImport } from '@duly/api-contract';
import {
  addHoliday,
  changeInWords,
  importGovUkFeed,
  isFeedRefusal,
  withdrawHoliday,
  type Calendar,
  type CalendarChange,
  type CivilDate,
} from '@duly/law';
import type { Change } from '@duly/register';
import { ApiError } from '../problem/api-error.js';

/** What an import is judged with. */
export interface ImportJudged {
  readonly body: CalendarImport;
  /** Of the feed as it was sent, in hexadecimal. */
  readonly hash: string;
  /** Civil date in Europe/London. */
  readonly today: CivilDate;
}

/** What a new calendar would no longer know: holidays it has neither in force nor marked as withdrawn, and days beyond its end. */
export function lostIn(known: Calendar, fresh: Calendar): readonly string[] {
  const dates = new Set(fresh.holidays.map(({ date }) => date));
  const lost = known.holidays.map(({ date }) => date).filter(date => !dates.has(date));
  const end = fresh.covers && known.covers && fresh.covers.to < known.covers.to ? [known.covers.to] : [];
  return [...lost, ...end];
}

const notReadable = (detail: string): ApiError =>
  new ApiError('calendar-not-readable', {
    detail,
    remedy: 'Nothing was changed. Fetch the feed again, or add the holiday with its citation.',
    cite: 'R58',
  });

const isLoss = ({ kind }: CalendarChange): boolean =>
  kind === 'history_removed' || kind === 'ends_earlier' || kind === 'missing';

function removesHistory(losses: readonly CalendarChange[]): ApiError {
  return new ApiError('calendar-removes-history', {
    detail: `The feed no longer holds what is known. ${losses.map(changeInWords).join(' ')}`,
    remedy:
      'Nothing was changed. Send it again with keepsWhatIsMissing to keep that and take in the rest, or withdraw a holiday with its citation.',
    cite: 'Reg 1182/71 Art 3(4) (R59)',
  });
}

function withFeed(known: Calendar, { body, hash, today }: ImportJudged): Change {
  const text = JSON.stringify(body.feed);
  const merged = importGovUkFeed([known], text, { name: 'gov.uk', hash, fetchedOn: today });
  if (isFeedRefusal(merged)) throw notReadable(merged.error.message);
  const changes = merged.changes.filter(({ calendar }) => calendar === known.name);
  const doubtful = changes.find(({ kind }) => kind === 'division_refused' || kind === 'division_absent');
  if (doubtful) throw notReadable(changeInWords(doubtful));
  const losses = changes.filter(isLoss);
  if (losses.length > 0 && body.keepsWhatIsMissing !== true) throw removesHistory(losses);
  const calendar = merged.calendars.find(({ name }) => name === known.name) ?? known;
  return { calendar, changes: changes.map(changeInWords) };
}

/** R59 — merged and never deleted; a holiday entered by hand carries what it rests on. @throws ApiError where history would be lost */
export function judgeImport(known: Calendar, judged: ImportJudged): Change {
  const { feed, add = [], withdraw = [] } = judged.body;
  const { calendar, changes } = feed ? withFeed(known, judged) : { calendar: known, changes: [] };
  const added = add.reduce(
    (merged, holiday) => addHoliday(merged, { ...holiday, knownFrom: judged.today }),
    calendar,
  );
  const withdrawn = withdraw.reduce(
    (merged, holiday) => withdrawHoliday(merged, { ...holiday, withdrawnOn: judged.today }),
    added,
  );
  const byHand = [
    ...add.map(
      ({ date, title, citation }) => `${known.name}: ${title} on ${date} was entered by hand (${citation}).`,
    ),
    ...withdraw.map(({ date, citation }) => `${known.name}: ${date} was withdrawn by hand (${citation}).`),
  ];
  return { calendar: withdrawn, changes: [...changes, ...byHand] };
}
