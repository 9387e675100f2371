import { z } from 'zod';
import { statisticsExample } from '../examples/statistics-example.js';
import { csvContentType, statisticsColumns, statisticsCsv } from '../statistics-csv.js';
import { statisticsQuery, statisticsView } from '../statistics.js';
import type { Route } from './route.js';

const csv = z.string().meta({
  description: `RFC 4180, with a first line of names: ${statisticsColumns.join(', ')}. An empty cell is null. No cell holds text that a person wrote.`,
});

export const statisticsRoutes = {
  readStatistics: {
    operation: 'readStatistics',
    method: 'get',
    path: '/v1/statistics',
    tag: 'statistics',
    summary: 'How many cases, in time, late, extended, refused, and how long they took, by month and right',
    permission: 'read statistics',
    query: statisticsQuery,
    answers: [
      {
        status: 200,
        description:
          'The figures, as the cases stand at the moment of reading. JSON, or with `Accept: text/csv` the same rows as a table.',
        schema: statisticsView,
        example: statisticsExample,
        also: { type: csvContentType, schema: csv, example: statisticsCsv(statisticsExample.rows) },
      },
    ],
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>;
