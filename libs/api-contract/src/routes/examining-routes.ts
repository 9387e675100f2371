import { z } from 'zod';
import { asOfExample, retoldExample, sampleExample, storyExample } from '../examples/examined-examples.js';
import {
  asOfQuery,
  asOfView,
  retoldView,
  sampleColumns,
  sampleCsv,
  sampleQuery,
  sampleView,
  storyView,
} from '../examined.js';
import { idParams } from '../queries.js';
import { csvContentType } from '../statistics-csv.js';
import type { Route } from './route.js';

const audit = { tag: 'audit', method: 'get', permission: 'audit cases' } as const;
const csv = z.string().meta({
  description: `RFC 4180, with a first line of names: ${sampleColumns.join(', ')}. A cell that a spreadsheet would run as a formula begins with an apostrophe.`,
});

/** What an auditor asks of a case, and of many. */
export const examiningRoutes = {
  readCaseAsOf: {
    operation: 'readCaseAsOf',
    method: 'get',
    path: '/v1/cases/{id}/as-of',
    tag: 'cases',
    summary:
      'The case as it stood: on a day, by what is known today, or as it was believed to stand at an instant',
    permission: 'read cases',
    params: idParams,
    query: asOfQuery,
    answers: [{ status: 200, description: 'As it stood.', schema: asOfView, example: asOfExample }],
    problems: ['no-such-case', 'not-there-then'],
  },
  readStory: {
    ...audit,
    operation: 'readStory',
    path: '/v1/cases/{id}/story',
    summary:
      'The case told in plain words: who did what, why, by which rule, with which letter; that you read it is recorded',
    params: idParams,
    answers: [{ status: 200, description: 'In order.', schema: storyView, example: storyExample }],
    problems: ['no-such-case'],
  },
  readRetold: {
    ...audit,
    operation: 'readRetold',
    path: '/v1/cases/{id}/retold',
    summary:
      'What was told to the person, against what today’s rules and public holidays would say of the same facts',
    params: idParams,
    answers: [
      { status: 200, description: 'With every difference.', schema: retoldView, example: retoldExample },
    ],
    problems: ['no-such-case'],
  },
  drawSample: {
    ...audit,
    operation: 'drawSample',
    path: '/v1/audit/sample',
    summary: 'A random sample of cases, the same again for the same seed',
    query: sampleQuery,
    answers: [
      {
        status: 200,
        description: 'In the order in which they were drawn. JSON, or with `Accept: text/csv` a table.',
        schema: sampleView,
        example: sampleExample,
        also: { type: csvContentType, schema: csv, example: sampleCsv(sampleExample) },
      },
    ],
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>;
