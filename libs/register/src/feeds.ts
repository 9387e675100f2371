import type { CaseRight } from '@duly/case';
import type { CivilDate } from '@duly/law';
import type { Database } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { londonToday } from './case-row.js';

/** A link under which due dates are read: somebody's own, or a team's. */
export interface CalendarFeed {
  readonly feedId: string;
  /** Null of somebody's own. */
  readonly team: string | null;
  readonly madeAt: string;
  readonly until: string;
  readonly revokedAt: string | null;
  /** When a calendar program last read it. */
  readonly readAt: string | null;
}

export interface FeedToMake {
  readonly feedId: string;
  /** SHA-256 of the link's secret part, in hexadecimal. */
  readonly tokenHash: string;
  readonly madeBy: string;
  readonly team: string | null;
  /** Days for which it is good. */
  readonly days: number;
}

/** A case as a calendar shows it: nothing of the person. */
export interface FeedCase {
  readonly caseId: string;
  readonly reference: string;
  readonly right: CaseRight;
  readonly dueDate: CivilDate | null;
  readonly planBy: CivilDate | null;
  readonly alarmFor: CivilDate | null;
  readonly isClosed: boolean;
  /** The number of the case's last event. */
  readonly version: number;
  readonly updatedAt: string;
}

const select = `feed_id AS "feedId", team, made_at AS "madeAt", until, revoked_at AS "revokedAt", read_at AS "readAt"`;

/** For so many days a closed case is shown as cancelled, so that programs that keep old entries take it out. */
const shownClosed = 30;
const mostCases = 2_000;

/** Links to calendars of due dates: they end by themselves, can be taken back, and end when their maker leaves. */
export class Feeds {
  constructor(private readonly database: Database) {}

  make({ feedId, tokenHash, madeBy, team, days }: FeedToMake): Promise<CalendarFeed> {
    return this.database.inTransaction(async sql => {
      await sql.change(
        `INSERT INTO register.calendar_feed (feed_id, token_hash, made_by, team, until)
         VALUES ($1, $2, $3, $4, now() + make_interval(days => $5)) ON CONFLICT (feed_id) DO UPDATE SET token_hash = EXCLUDED.token_hash`,
        [feedId, tokenHash, madeBy, team, days],
      );
      const detail = { feed: feedId, ofTeam: team !== null, days };
      await appendAudit(sql, [{ action: 'CalendarFeedMade', by: madeBy, detail }]);
      const [feed] = await sql.query<CalendarFeed>(
        `SELECT ${select} FROM register.calendar_feed WHERE feed_id = $1`,
        [feedId],
      );
      if (!feed) throw new Error('A feed that was made is not there.');
      return feed;
    });
  }

  /** Those that somebody has made, the newest first; at most a hundred. */
  madeBy(staffId: string): Promise<readonly CalendarFeed[]> {
    return this.database.query<CalendarFeed>(
      `SELECT ${select} FROM register.calendar_feed WHERE made_by = $1 ORDER BY made_at DESC LIMIT 100`,
      [staffId],
    );
  }

  /** @returns false where this person has made none with this id */
  revoke(feedId: string, by: string): Promise<boolean> {
    return this.database.inTransaction(async sql => {
      const ours = await sql.change(
        'UPDATE register.calendar_feed SET revoked_at = coalesce(revoked_at, now()) WHERE feed_id = $1 AND made_by = $2',
        [feedId, by],
      );
      if (ours > 0) await appendAudit(sql, [{ action: 'CalendarFeedRevoked', by, detail: { feed: feedId } }]);
      return ours > 0;
    });
  }

  /** The cases behind a link; undefined where it is none, or holds no more. */
  async read(tokenHash: string): Promise<readonly FeedCase[] | undefined> {
    const [feed] = await this.database.query<{ madeBy: string; team: string | null }>(
      `UPDATE register.calendar_feed f SET read_at = now() FROM register.staff s
       WHERE f.token_hash = $1 AND f.revoked_at IS NULL AND f.until > now() AND s.staff_id = f.made_by AND s.is_active
       RETURNING f.made_by AS "madeBy", f.team`,
      [tokenHash],
    );
    return feed && this.cases(feed);
  }

  private cases({ madeBy, team }: { readonly madeBy: string; readonly team: string | null }) {
    const whose =
      team === null
        ? `(c.handler = $1 OR register.acting_for(c.handler, ${londonToday}) = $1)`
        : 'c.team = $1';
    return this.database.query<FeedCase>(
      `SELECT c.case_id AS "caseId", c.reference, c.case_right AS "right", c.due_date AS "dueDate", c.plan_by AS "planBy",
         c.alarm_for AS "alarmFor", c.closed_on IS NOT NULL AS "isClosed", c.version, c.updated_at AS "updatedAt"
       FROM register.case_row c
       WHERE ${whose} AND (c.closed_on IS NULL OR c.updated_at > now() - make_interval(days => ${shownClosed}))
       ORDER BY c.closed_on IS NOT NULL, c.plan_by, c.case_id LIMIT ${mostCases}`,
      [team ?? madeBy],
    );
  }
}
