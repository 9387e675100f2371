import {
  pieceParams,
  transferBody,
  transferParams,
  transferView,
  type TransferBody,
  type TransferView,
} from '../transferring/transfers.js';
import type { Answer, Route } from './route.js';

const transfer = '7d1f1f30-9d0b-4f0e-8a77-1f0a52c0d004';
const announced: TransferBody = {
  kind: 'duly-package/1',
  reference: 'DR-2026-000123-1',
  bytes: 1_048_576,
  sha256: 'a3'.repeat(32),
  person: { name: 'Ada Example', email: 'ada@example.org', postalAddress: null },
};
const under: TransferView = {
  transfer,
  state: 'receiving',
  offset: 0,
  bytes: announced.bytes,
  because: null,
  receipt: null,
};
const answered = (description: string, example: TransferView): readonly [Answer] => [
  { status: 200, description, schema: transferView, example },
];
const byToken = {
  tag: 'transfers',
  permission: 'nothing',
  isQuestion: true,
  params: transferParams,
} as const;
const problems = ['token-refused', 'database-away', 'erased'] as const;

/**
 * How one controller sends a package to another: `Authorization: Bearer TOKEN`, with the token that the receiver gave it. It announces
 * the package under an id of its own choice, sends pieces one after another, and asks how far it is wherever it was cut.
 */
export const transferRoutes = {
  announceTransfer: {
    operation: 'announceTransfer',
    method: 'post',
    path: '/v1/transfers/{transfer}',
    ...byToken,
    summary: 'Announce a package: whose it is, its length and its hash; the same again tells how far it is',
    body: { schema: transferBody, example: announced },
    answers: answered('Send the piece that begins at `offset`.', under),
    problems: [...problems, 'transfer-differs', 'sent-twice', 'package-too-large'],
  },
  readTransfer: {
    operation: 'readTransfer',
    method: 'get',
    path: '/v1/transfers/{transfer}',
    ...byToken,
    summary: 'How far a package is, its receipt, and what was decided of it',
    answers: answered('As it stands.', { ...under, offset: 524_288 }),
    problems: [...problems, 'no-such-transfer'],
  },
  sendPiece: {
    operation: 'sendPiece',
    method: 'post',
    path: '/v1/transfers/{transfer}/pieces/{offset}',
    ...byToken,
    params: pieceParams,
    summary: 'Send a piece of at most 8 MiB; the last one is answered with the receipt',
    isUpload: true,
    answers: answered('It is kept.', { ...under, offset: 8_388_608, bytes: 16_777_216 }),
    problems: [
      ...problems,
      'no-such-transfer',
      'offset-differs',
      'hash-differs',
      'package-too-large',
      'upload-broken-off',
      'store-full',
      'wrong-content-type',
    ],
  },
} as const satisfies Readonly<Record<string, Route>>;
