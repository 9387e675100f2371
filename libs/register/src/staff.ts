import type { Database } from '@duly/postgres';
import { keepAbsence, type Absence } from './absence.js';
import { appendAudit } from './audit.js';
import { limitOf } from './case-list.js';
import { londonToday } from './case-row.js';
import { Conditions } from './conditions.js';
import { cursorFrom, pageOf, type Page } from './keyset.js';
import { leave, type LeftBehind } from './leaving.js';
import { inTheLine } from './staff-line.js';

/** A member of staff, from the sign-in's claims and from what an administrator keeps. */
export interface StaffMember {
  /** Opaque: derived from the sign-in's subject, never a name. */
  readonly staffId: string;
  readonly name: string;
  readonly email: string | null;
  readonly team: string | null;
  /** Staff id of the manager. */
  readonly manager: string | null;
  /** Null while they are at work and none is planned. */
  readonly absence: Absence | null;
  /** As the last sign-in told them; none before the first. */
  readonly roles: readonly string[];
  readonly hasSignedIn: boolean;
  readonly hasLeft: boolean;
  /** One letter a day in the place of a reminder for each case. */
  readonly wantsDigest: boolean;
}

/** What an administrator keeps of a person, perhaps before they first sign in; undefined leaves a field as it is, null empties it. */
export type StaffToKeep = Pick<StaffMember, 'staffId' | 'name'> &
  Partial<Pick<StaffMember, 'email' | 'team' | 'manager'>>;

export interface StaffFilter {
  readonly team?: string;
}

/** What a sign-in tells of a person; what it leaves out stays as it was. */
export interface SignedIn {
  readonly staffId: string;
  readonly name?: string;
  readonly email?: string;
  readonly team?: string;
  readonly roles?: readonly string[];
}

/** Who a letter to staff goes to. */
export interface StaffContact {
  readonly name: string;
  readonly email: string;
}

const select = `staff_id AS "staffId", name, email, team, manager, roles, signed_in_at IS NOT NULL AS "hasSignedIn", NOT is_active AS "hasLeft",
  wants_digest AS "wantsDigest",
  CASE WHEN absent_from IS NOT NULL THEN jsonb_build_object('from', absent_from, 'until', absent_until, 'cover', cover) END
    AS absence`;

/** What letters and lists call somebody whose sign-in tells no name. */
const nameless = 'A member of staff';

const kept = { name: 'name', email: 'email', team: 'team', manager: 'manager' } as const;

export class Staff {
  constructor(private readonly database: Database) {}

  /**
   * Keeps what the sign-in tells, and records it; the row is written only where something differs. Somebody who has left does not come
   * back by it.
   */
  signedIn({ staffId, name, email, team, roles }: SignedIn): Promise<void> {
    return this.database.inTransaction(async sql => {
      await sql.change(
        `INSERT INTO register.staff AS s (staff_id, name, email, team, roles, signed_in_at)
       VALUES ($1, coalesce($2, $6), $3, $4, coalesce($5::text[], '{}'), now())
       ON CONFLICT (staff_id) DO UPDATE SET name = coalesce($2, s.name), email = coalesce($3, s.email),
         team = coalesce($4, s.team), roles = coalesce($5::text[], s.roles), signed_in_at = coalesce(s.signed_in_at, now()), updated_at = now()
       WHERE s.is_active AND (s.name, s.email, s.team, s.roles, s.signed_in_at IS NULL) IS DISTINCT FROM
         (coalesce($2, s.name), coalesce($3, s.email), coalesce($4, s.team), coalesce($5::text[], s.roles), false)`,
        [staffId, name ?? null, email ?? null, team ?? null, roles ?? null, nameless],
      );
      await appendAudit(sql, [
        { action: 'SignedIn', by: staffId, detail: { roles: (roles ?? []).join(' ') } },
      ]);
    });
  }

  /** Makes or changes a person's row; `by` stands in the audit log. What a later sign-in tells goes before it. @throws NobodyActs */
  async keep({ staffId, ...set }: StaffToKeep, by: string): Promise<void> {
    const given = (Object.keys(kept) as (keyof typeof kept)[]).filter(key => set[key] !== undefined);
    const columns = given.map(key => kept[key]);
    await inTheLine(this.database, async sql => {
      await sql.change(
        `INSERT INTO register.staff (staff_id, ${columns.join(', ')})
         VALUES ($1, ${columns.map((_, place) => `$${place + 2}`).join(', ')})
         ON CONFLICT (staff_id) DO UPDATE SET ${columns.map(column => `${column} = EXCLUDED.${column}`).join(', ')},
           is_active = true, updated_at = now()`,
        [staffId, ...given.map(key => set[key] ?? null)],
      );
      await appendAudit(sql, [
        { action: 'StaffKept', by, detail: { staff: staffId, fields: given.join(' ') } },
      ]);
    });
  }

  async byId(staffId: string): Promise<StaffMember | undefined> {
    const [row] = await this.database.query<StaffMember>(
      `SELECT ${select} FROM register.staff WHERE staff_id = $1`,
      [staffId],
    );
    return row;
  }

  /** The names of these people; who is not known is left out. */
  async namesOf(staffIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ staff_id: string; name: string }>(
      'SELECT staff_id, name FROM register.staff WHERE staff_id = ANY($1)',
      [staffIds],
    );
    return new Map(rows.map(row => [row.staff_id, row.name]));
  }

  /** A page of staff, in the order of their opaque ids: an order by name would put names into cursors, and so into addresses. @throws WrongCursor */
  async list(
    { team }: StaffFilter = {},
    asked: { readonly limit?: number; readonly cursor?: string } = {},
  ): Promise<Page<StaffMember>> {
    const conditions = new Conditions().add('is_active').where(team, 'team = ?');
    const cursor = cursorFrom(asked.cursor);
    if (cursor) conditions.add('staff_id > ?', cursor.id);
    const limit = limitOf(asked.limit);
    const rows = await this.database.query<StaffMember>(
      `SELECT ${select} FROM register.staff ${conditions.text} ORDER BY staff_id LIMIT ${conditions.place(limit + 1)}`,
      conditions.values,
    );
    return pageOf(
      rows,
      limit,
      row => row,
      ({ staffId }) => ({ after: 'staff', id: staffId }),
    );
  }

  /** Plans an absence, changes it, or ends it (null); `by` stands in the audit log. @throws NobodyActs */
  keepAbsence(staffId: string, absence: Absence | null, by: string): Promise<void> {
    return keepAbsence(this.database, staffId, absence, by);
  }

  /** What somebody wishes for themselves. */
  async wishDigest(staffId: string, wantsDigest: boolean): Promise<void> {
    await this.database.change(
      'UPDATE register.staff SET wants_digest = $2, updated_at = now() WHERE staff_id = $1 AND is_active',
      [staffId, wantsDigest],
    );
  }

  async hasLeft(staffId: string): Promise<boolean> {
    return (await this.byId(staffId))?.hasLeft === true;
  }

  /** See `leave`. @throws NobodyActs */
  leave(staffId: string, to: string | null, by: string): Promise<LeftBehind> {
    return leave(this.database, staffId, to, by);
  }

  /** Whose work somebody does today: their own, and that of people who are away and for whom they act. */
  async actingAs(staffId: string): Promise<readonly string[]> {
    const rows = await this.database.query<{ staffId: string }>(
      `SELECT staff_id AS "staffId" FROM register.staff
       WHERE staff_id = $1 OR (absent_from IS NOT NULL AND register.acting_for(staff_id, ${londonToday}) = $1)`,
      [staffId],
    );
    return [...new Set([staffId, ...rows.map(row => row.staffId)])];
  }

  /**
   * Who is written to about a case: its handler or the handler's manager, or whoever acts for them on `today` (civil date,
   * Europe/London, by the case's clock). Undefined where nobody with an address is known.
   */
  async contactFor(
    caseId: string,
    who: 'handler' | 'manager',
    today: string,
  ): Promise<StaffContact | undefined> {
    const [row] = await this.database.query<StaffContact>(
      `SELECT reader.name, reader.email FROM register.case_row c
       JOIN register.staff handler ON handler.staff_id = c.handler
       JOIN register.staff reader ON reader.email IS NOT NULL AND reader.staff_id =
         register.acting_for(CASE WHEN $2 = 'handler' THEN handler.staff_id ELSE handler.manager END, $3::date)
       WHERE c.case_id = $1`,
      [caseId, who, today],
    );
    return row;
  }
}
