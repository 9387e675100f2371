import type { Database } from '@duly/postgres';

/** A member of staff, from the sign-in's claims and from what a manager has set. */
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
}

/** What a sign-in tells of a person; what it leaves out stays as it was. */
export interface SignedIn {
  readonly staffId: string;
  readonly name: string;
  readonly email?: string;
  readonly team?: string;
}

/** Who a letter to staff goes to. */
export interface StaffContact {
  readonly name: string;
  readonly email: string;
}

const select = `staff_id AS "staffId", name, email, team, manager, cover, covered_until AS "coveredUntil"`;

export class Staff {
  constructor(private readonly database: Database) {}

  /** Keeps what the sign-in tells; writes only where something differs, since it is called often. */
  async signedIn({ staffId, name, email, team }: SignedIn): Promise<void> {
    await this.database.change(
      `INSERT INTO register.staff AS s (staff_id, name, email, team) VALUES ($1, $2, $3, $4)
       ON CONFLICT (staff_id) DO UPDATE SET name = EXCLUDED.name, email = coalesce(EXCLUDED.email, s.email),
         team = coalesce(EXCLUDED.team, s.team), is_active = true, updated_at = now()
       WHERE (s.name, s.email, s.team, s.is_active)
         IS DISTINCT FROM (EXCLUDED.name, coalesce(EXCLUDED.email, s.email), coalesce(EXCLUDED.team, s.team), true)`,
      [staffId, name, email ?? null, team ?? null],
    );
  }

  /** What a manager or an administrator sets; undefined leaves a field as it is. */
  async arrange(
    staffId: string,
    set: Partial<Pick<StaffMember, 'team' | 'manager' | 'cover' | 'coveredUntil'>>,
  ): Promise<boolean> {
    const columns = {
      team: 'team',
      manager: 'manager',
      cover: 'cover',
      coveredUntil: 'covered_until',
    } as const;
    const given = (Object.keys(columns) as (keyof typeof columns)[]).filter(key => set[key] !== undefined);
    if (given.length === 0) return (await this.byId(staffId)) !== undefined;
    const changed = await this.database.change(
      `UPDATE register.staff SET ${given.map((key, place) => `${columns[key]} = $${place + 2}`).join(', ')}, updated_at = now()
       WHERE staff_id = $1`,
      [staffId, ...given.map(key => set[key] ?? null)],
    );
    return changed > 0;
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

  list(): Promise<readonly StaffMember[]> {
    return this.database.query<StaffMember>(
      `SELECT ${select} FROM register.staff WHERE is_active ORDER BY name, staff_id LIMIT 1000`,
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
