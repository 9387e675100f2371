/** Where a page of a list begins: after this value of the sorted column, and this id among equals. */
export interface Cursor {
  readonly after: string;
  readonly id: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: string;
}

/** Opaque to callers; holds a date and an id. */
export const writeCursor = ({ after, id }: Cursor): string =>
  Buffer.from(`${after} ${id}`).toString('base64url');

/** Undefined where it is none of ours. */
export function readCursor(written: string): Cursor | undefined {
  const [, after, id] =
    /^([0-9A-Za-z.:+-]{1,40}) ([\w.-]{1,200})$/.exec(Buffer.from(written, 'base64url').toString()) ?? [];
  return after !== undefined && id !== undefined ? { after, id } : undefined;
}

/** A cursor that was cut or made up. */
export class WrongCursor extends Error {
  override readonly name = 'WrongCursor';

  constructor() {
    super('The cursor is not one this list gave. Begin without a cursor, then use `next` as it is answered.');
  }
}

/** @throws WrongCursor */
export function cursorFrom(written: string | undefined): Cursor | undefined {
  if (written === undefined) return undefined;
  const cursor = readCursor(written);
  if (!cursor) throw new WrongCursor();
  return cursor;
}

/** Of one row more than was asked for, the page and where the next begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toCursor: (row: Row) => Cursor,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(toItem);
  return rows.length > limit && last ? { items, next: writeCursor(toCursor(last)) } : { items };
}
