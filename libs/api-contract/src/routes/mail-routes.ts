import { mailReportAnswer, mailReportBody } from '../mail-reports.js';
import type { Route } from './route.js';

export const mailRoutes = {
  reportMail: {
    operation: 'reportMail',
    method: 'post',
    path: '/v1/mail/reports',
    tag: 'service',
    summary:
      'A mail system reports that a letter came back, or that a machine answered it; signed as Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature), at most 65,536 bytes',
    permission: 'nothing',
    isQuestion: true,
    body: {
      schema: mailReportBody,
      example: {
        what: 'for-good',
        returnAddress: 'bounces+0123456789abcdef0123456789abcdef01234567@council.example',
        status: '5.1.1',
        words: '550 5.1.1 no such user',
      },
    },
    answers: [
      {
        status: 200,
        description: 'It is on record, or of no use to us.',
        schema: mailReportAnswer,
        example: { outcome: 'recorded' },
      },
    ],
    problems: ['signature-refused', 'no-such-route', 'database-away'],
  },
} as const satisfies Readonly<Record<string, Route>>;
