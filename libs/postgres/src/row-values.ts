import pg from 'pg';

const { builtins } = pg.types;

type TypeId = (typeof builtins)[keyof typeof builtins];

/** PostgreSQL's `2036-03-31 09:30:00+00` as ISO 8601. */
const instant = (text: string): string => new Date(text).toISOString();

/** The driver would make a Date of a civil date in the zone of this machine, and a string of every count. */
const readers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, text => text],
  [builtins.TIMESTAMPTZ, instant],
  [builtins.INT8, Number],
]);

/** How the text of a column becomes a value; given to each connection, so that nothing global is changed. */
export const rowValues = {
  getTypeParser: (id: TypeId, format?: 'text' | 'binary'): ((text: string) => unknown) =>
    readers.get(id) ?? (pg.types.getTypeParser(id, format) as (text: string) => unknown),
};
