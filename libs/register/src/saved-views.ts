import { json, type Database } from '@duly/postgres';

/** A list of cases that somebody comes back to. Its filter is the API’s own words; no name of a person is ever in it. */
export interface SavedView<Filter> {
  readonly viewId: string;
  readonly title: string;
  readonly filter: Filter;
}

/** So many are enough for one person. */
export const mostViews = 50;

/** Views of the list of cases, each of one member of staff. */
export class SavedViews {
  constructor(private readonly database: Database) {}

  /** By title. */
  of<Filter>(staffId: string): Promise<readonly SavedView<Filter>[]> {
    return this.database.query<SavedView<Filter>>(
      `SELECT view_id AS "viewId", title, filter FROM register.saved_view WHERE staff_id = $1 ORDER BY lower(title), title`,
      [staffId],
    );
  }

  /** Takes the place of one of the same title. @returns its id; undefined where there are too many already */
  async keep(staffId: string, { viewId, title, filter }: SavedView<object>): Promise<string | undefined> {
    const [row] = await this.database.query<{ viewId: string }>(
      `INSERT INTO register.saved_view (view_id, staff_id, title, filter)
       SELECT $1, $2, $3, $4::jsonb WHERE (SELECT count(*) FROM register.saved_view WHERE staff_id = $2 AND title <> $3) < $5
       ON CONFLICT (staff_id, title) DO UPDATE SET filter = EXCLUDED.filter, kept_at = now() RETURNING view_id AS "viewId"`,
      [viewId, staffId, title, json(filter), mostViews],
    );
    return row?.viewId;
  }

  /** One’s own alone; twice is once. */
  async remove(staffId: string, viewId: string): Promise<void> {
    await this.database.change('DELETE FROM register.saved_view WHERE staff_id = $1 AND view_id = $2', [
      staffId,
      viewId,
    ]);
  }
}
