import { readHead, type PublicKey } from '@duly/audit';
import { check, type Check } from '../replay/verdict.js';
import { judgeHead } from '../verify/judge-proofs.js';
import type { Heads } from './audit-reader.js';

const most = 8;

/** Every head that the auditor holds is among those that the log shows, and what stands beside a head is what was signed. */
export function judgeHeadsShown(
  held: readonly string[],
  shown: Heads['heads'],
  keys: readonly [PublicKey, ...PublicKey[]],
): readonly Check[] {
  if (shown.length === 0 && held.length === 0) return [];
  const notes = new Set(shown.map(({ note }) => note.trim()));
  const missing = held
    .filter(note => !notes.has(note.trim()))
    .flatMap(note => judgeHead(note, keys).head ?? [])
    .map(({ size, at }) => `the tree head over ${size} entries of ${at}, which you hold, was taken out`);
  const other = shown
    .filter(({ size, note }) => (readHead(note)?.size ?? size) !== size)
    .map(
      ({ number, size, note }) =>
        `tree head ${number} is said to be over ${size} entries; ${readHead(note)?.size} were signed: it was swapped or changed`,
    );
  const says = `The log shows its ${shown.length} tree heads as they were signed.`;
  return [check(says, [...missing, ...other].slice(0, most))];
}
