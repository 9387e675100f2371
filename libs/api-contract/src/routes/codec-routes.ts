import { payloadsToOpen } from '../payloads.js';
import type { Route } from './route.js';

const plain = {
  metadata: { encoding: 'anNvbi9wbGFpbg==' },
  data: 'eyJjYXNlSWQiOiIwZDljOGI3YS02ZjVlLTRkM2MtOGIyYS0xZjBlOWQ4YzdiNmEifQ==',
};
const sealed = {
  metadata: {
    encoding: 'YmluYXJ5L2VuY3J5cHRlZA==',
    'encryption-cipher': 'QUVTLTI1Ni1HQ00=',
    'encryption-key-id': 'MjAyNi0xMQ==',
  },
  data: `${'A'.repeat(94)}==`,
};

/** There is none that seals: whoever could, could put words into a case that it never said. */
export const codecRoutes = {
  decodePayloads: {
    operation: 'decodePayloads',
    method: 'post',
    path: '/v1/codec/decode',
    tag: 'audit',
    summary:
      'What Temporal holds sealed, opened, by the protocol of its web UI and its command line (codec endpoint `/v1/codec`); each look is recorded',
    permission: 'audit cases',
    isQuestion: true,
    body: { schema: payloadsToOpen, example: { payloads: [sealed] } },
    answers: [
      {
        status: 200,
        description: 'In the order of the question. What was not sealed comes back as it is.',
        schema: payloadsToOpen,
        example: { payloads: [plain] },
      },
    ],
    problems: ['payload-does-not-open'],
  },
} as const satisfies Readonly<Record<string, Route>>;
