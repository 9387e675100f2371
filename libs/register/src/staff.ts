import type { Database } from '@duly/postgres';
import { appendAudit } from './audit.js';
import { limitOf } from './case-list.js';
import { Conditions } from './conditions.js';
import { cursorFrom, pageOf, type Page } from './keyset.js';

/** A member of staff, from the sign-in's claims and from what an administrator keeps. */
export interface StaffMember {
  /** Opaque: derived from the sign-in's subject, never a name. */
  readonly staffId: string;
  readonly name: string;
  readonly email: string | null;
  readonly team: string | null;
  /** Staff id of the manager. */
  readonly manager: string | null;
  /** Staff id of who stands in, until the end of `coveredUntil` (civil date, Europe/London; null: until further notice). */
  readonly cover: string | null;
  readonly coveredUntil: string | null;
  /** As the last sign-in told them; none before the first. */
  readonly roles: readonly string[];
  readonly hasSignedIn: boolean;
}

/** What an administrator keeps of a person, perhaps before they first sign in; undefined leaves a field as it is, null empties it. */
export type StaffToKeep = Pick<StaffMember, 'staffId' | 'name'> &
  Partial<Pick<StaffMember, 'email' | 'team' | 'manager' | 'cover' | 'coveredUntil'>>;

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

const select = `staff_id AS "staffId", name, email, team, manager, cover, covered_until AS "coveredUntil", roles,
  signed_in_at IS NOT NULL AS "hasSignedIn"`;

/** What letters and lists call somebody whose sign-in tells no name. */
const nameless = 'A member of staff';

const kept = {
  name: 'name',
  email: 'email',
  team: 'team',
  manager: 'manager',
  cover: 'cover',
  coveredUntil: 'covered_until',
} as const;

export class Staff {
  constructor(private readonly database: Database) {}

  /** Keeps what the sign-in tells; writes only where something differs, since it is called often. */
  async signedIn({ staffId, name, email, team, roles }: SignedIn): Promise<void> {
    await this.database.change(
      `INSERT INTO register.staff AS s (staff_id, name, email, team, roles, signed_in_at)
       VALUES ($1, coalesce($2, $6), $3, $4, coalesce($5::text[], '{}'), now())
       ON CONFLICT (staff_id) DO UPDATE SET name = coalesce($2, s.name), email = coalesce($3, s.email),
         team = coalesce($4, s.team), roles = coalesce($5::text[], s.roles), is_active = true,
         signed_in_at = coalesce(s.signed_in_at, now()), updated_at = now()
       WHERE (s.name, s.email, s.team, s.roles, s.is_active, s.signed_in_at IS NULL) IS DISTINCT FROM
         (coalesce($2, s.name), coalesce($3, s.email), coalesce($4, s.team), coalesce($5::text[], s.roles), true, false)`,
      [staffId, name ?? null, email ?? null, team ?? null, roles ?? null, nameless],
    );
  }

  /** Makes or changes a person's row; `by` stands in the audit log. What a later sign-in tells goes before it. */
  async keep({ staffId, ...set }: StaffToKeep, by: string): Promise<void> {
    const given = (Object.keys(kept) as (keyof typeof kept)[]).filter(key => set[key] !== undefined);
    const columns = given.map(key => kept[key]);
    await this.database.inTransaction(async sql => {
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

  /**
   * Who is written to about a case: its handler or the handler's manager, or whoever covers for them on `today`
   * (civil date, Europe/London, by the case's clock). Undefined where nobody with an address is known.
   */
  async contactFor(
    caseId: string,
    who: 'handler' | 'manager',
    today: string,
  ): Promise<StaffContact | undefined> {
    const [row] = await this.database.query<StaffContact>(
      `SELECT coalesce(cover.name, chosen.name) AS name, coalesce(cover.email, chosen.email) AS email
       FROM register.case_row c
       JOIN register.staff handler ON handler.staff_id = c.handler
       JOIN register.staff chosen ON chosen.staff_id = CASE WHEN $2 = 'handler' THEN handler.staff_id ELSE handler.manager END
         AND chosen.is_active
       LEFT JOIN register.staff cover ON cover.staff_id = chosen.cover AND cover.is_active AND cover.email IS NOT NULL
         AND (chosen.covered_until IS NULL OR chosen.covered_until >= $3::date)
       WHERE c.case_id = $1 AND coalesce(cover.email, chosen.email) IS NOT NULL`,
      [caseId, who, today],
    );
    return row;
  }
}
