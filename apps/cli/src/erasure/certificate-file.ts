import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { canonicalJson, type PublicKey } from '@duly/audit';
import { CannotTell, check, type Check } from '../replay/verdict.js';
import { isEntry, type ProvedEntry } from '../verify/bundle-file.js';
import { judgeEntries, judgeHead } from '../verify/judge-proofs.js';

interface DestroyedKey {
  readonly of: string;
  readonly id: string;
  readonly destroyedAt: string;
}

/** What is read of a certificate here; all of it is hashed. */
export interface CertificateText {
  readonly reference: string;
  readonly dueOn: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: string;
  readonly keys: readonly DestroyedKey[];
  readonly keysInBackupsUntil: string;
  readonly removed: Readonly<Record<string, number>>;
  readonly kept: Readonly<Record<string, number>>;
}

export interface CertificateFile {
  readonly certificate: CertificateText;
  readonly entry: ProvedEntry;
  readonly head: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCounts = (value: unknown): boolean => isObject(value) && Object.values(value).every(Number.isInteger);
const isKey = (value: unknown): boolean =>
  isObject(value) && ['of', 'id', 'destroyedAt'].every(name => typeof value[name] === 'string');

const isCertificate = (value: unknown): value is CertificateText =>
  isObject(value) &&
  value['form'] === 'duly-erasure-1' &&
  ['reference', 'dueOn', 'proposedBy', 'approvedBy', 'approvedAt', 'keysInBackupsUntil'].every(
    name => typeof value[name] === 'string',
  ) &&
  Array.isArray(value['keys']) &&
  value['keys'].every(isKey) &&
  isCounts(value['removed']) &&
  isCounts(value['kept']);

/** What the API answers, or a file holds. @throws CannotTell where it is no certificate */
export function certificateFrom(value: unknown, name: string): CertificateFile {
  if (isObject(value) && isCertificate(value['certificate']) && typeof value['head'] === 'string') {
    const entry = isObject(value['entry']) ? { ...value['entry'], proof: value['proof'] } : undefined;
    if (isEntry(entry)) return { certificate: value['certificate'], entry, head: value['head'] };
  }
  throw new CannotTell(
    `${name} is no certificate. One is what \`duly erasure REFERENCE --out FILE\` writes.`,
  );
}

/** @throws CannotTell */
export async function readCertificate(file: string): Promise<CertificateFile> {
  const text = await readFile(file, 'utf8').catch(() => '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  return certificateFrom(value, file);
}

/** Whether the signed log says that this, and nothing else, was certified. */
export function judgeCertificate(
  { certificate, entry, head }: CertificateFile,
  keys: readonly [PublicKey, ...PublicKey[]],
): readonly Check[] {
  const hash = createHash('sha256').update(canonicalJson(certificate)).digest('hex');
  const isOwn = entry.action === 'RequestErased' && entry.detail['certificate'] === hash;
  const headed = judgeHead(head, keys);
  return [
    headed.check,
    ...(headed.head ? [judgeEntries([entry], headed.head)] : []),
    check('The certificate is the one that the log says was issued.', [
      ...(isOwn
        ? []
        : [`entry ${entry.number} (${entry.action}) names another: the certificate was changed`]),
    ]),
    check('Nobody approved what they had proposed.', [
      ...(certificate.approvedBy === certificate.proposedBy ? [`${certificate.approvedBy} did both`] : []),
    ]),
  ];
}

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([store, count]) => `${store} ${count}`)
    .join(', ');

export const certificateInWords = ({ certificate }: CertificateFile): string =>
  [
    `What ${certificate.reference} held about people is erased.`,
    `Kept until ${certificate.dueOn}; proposed by ${certificate.proposedBy}, approved by ${certificate.approvedBy} at ${certificate.approvedAt}.`,
    `Removed: ${counted(certificate.removed)}.`,
    `Kept, and naming nobody: ${counted(certificate.kept)}.`,
    'Keys destroyed:',
    ...certificate.keys.map(({ of, id, destroyedAt }) => `  ${of} ${id} at ${destroyedAt}`),
    `Until ${certificate.keysInBackupsUntil} a copy of these keys may lie in a backup of their database. Whoever restores one must let the worker run before anybody reads: it destroys them again.`,
    '',
  ].join('\n');
