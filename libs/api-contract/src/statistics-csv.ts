import { z } from 'zod';
import { statisticsRow, type StatisticsRow } from './statistics.js';

export const csvContentType = 'text/csv';

/** `month`, `kind`, … and `ends.answered` for what lies deeper, in the order of the schema. */
export const statisticsColumns: readonly string[] = Object.entries(statisticsRow.shape).flatMap(
  ([name, schema]) =>
    schema instanceof z.ZodObject ? Object.keys(schema.shape).map(deeper => `${name}.${deeper}`) : [name],
);

type Cell = string | number | null;

function cellsOf(row: StatisticsRow): readonly Cell[] {
  const cells = new Map(
    Object.entries(row).flatMap(([name, value]: [string, Cell | Readonly<Record<string, number>>]) =>
      value !== null && typeof value === 'object'
        ? Object.entries(value).map(([deeper, many]): [string, Cell] => [`${name}.${deeper}`, many])
        : [[name, value] as [string, Cell]],
    ),
  );
  return statisticsColumns.map(column => cells.get(column) ?? null);
}

/**
 * RFC 4180: a line of names, then a line for each row, CRLF after each; an empty cell is null. Every cell is a month, a word of ours or a
 * number, so none needs quotes and none can be a formula to a spreadsheet: no text that a person wrote is ever among them.
 */
export function statisticsCsv(rows: readonly StatisticsRow[]): string {
  const lines = [statisticsColumns, ...rows.map(cellsOf)];
  return lines.map(cells => `${cells.map(cell => cell ?? '').join(',')}\r\n`).join('');
}
