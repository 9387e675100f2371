import { isConsistent, judgeNote, readHead, type PublicKey, type TreeHead } from '@duly/audit';
import { check, type Check } from '../replay/verdict.js';
import type { Bundle } from './bundle-file.js';

type HeadBefore = NonNullable<Bundle['earlierHeads']>[number];

const most = 8;

/** Why the log does not go on from a head that was signed before; none where it does, or where it is signed by no key that was given. */
function against({ note, proof }: HeadBefore, head: TreeHead, keys: readonly PublicKey[]): readonly string[] {
  const before = readHead(note);
  if (!before) return ['an earlier tree head cannot be read: it was changed'];
  const { size, at, root, origin } = before;
  const named = `the tree head over ${size} entries of ${at}`;
  if (origin !== head.origin) return [`${named} is of another log, ${origin}`];
  const verdicts = keys.map(key => judgeNote(before.note, key));
  if (verdicts.every(verdict => verdict === 'unknown')) return [];
  if (!verdicts.includes('good')) return [`the signature of ${named} is not one of its key: it was changed`];
  const grown = { first: size, firstRoot: root, second: head.size, secondRoot: head.root };
  return isConsistent(
    grown,
    proof.map(hash => Buffer.from(hash, 'hex')),
  )
    ? []
    : [`the log does not go on from ${named}: it was written anew, or the proof was changed`];
}

/** The log was never written anew between the heads that were signed before and the one that speaks for the bundle (RFC 9162, 2.1.4). */
export function judgeHeadsBefore(
  { earlierHeads = [] }: Pick<Bundle, 'earlierHeads'>,
  head: TreeHead,
  keys: readonly PublicKey[],
): readonly Check[] {
  if (earlierHeads.length === 0) return [];
  const says = `The log goes on from each of the ${earlierHeads.length} tree heads that were signed before.`;
  return [check(says, earlierHeads.flatMap(before => against(before, head, keys)).slice(0, most))];
}
