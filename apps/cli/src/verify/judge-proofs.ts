import { createHash } from 'node:crypto';
import {
  canonicalJson,
  hashOfEntry,
  isIncluded,
  judgeNote,
  readHead,
  writtenKey,
  type PublicKey,
  type TreeHead,
} from '@duly/audit';
import { cannotTell, check, type Check } from '../replay/verdict.js';
import type { Bundle, ProvedEntry } from './bundle-file.js';

const most = 8;

export const namedEntry = ({ number, action }: Pick<ProvedEntry, 'number' | 'action'>): string =>
  `entry ${number} (${action})`;

export interface Headed {
  readonly check: Check;
  /** Undefined where there is no head to go by. */
  readonly head?: TreeHead;
}

/** The signature over the tree, by one of these keys. */
export function judgeHead(note: string, keys: readonly [PublicKey, ...PublicKey[]]): Headed {
  const head = readHead(note);
  const key = keys.find(one => head && judgeNote(head.note, one) !== 'unknown') ?? keys[0];
  const says = `The tree head is signed by ${key.name} (${key.id}).`;
  if (!head) return { check: check(says, ['the tree head cannot be read: it was changed']) };
  const verdict = judgeNote(head.note, key);
  if (verdict === 'unknown') {
    const others = head.note.signatures.map(({ name, id }) => `${name} (${id})`).join(', ');
    return {
      check: cannotTell(
        says,
        `it is signed by ${others} only. Give the key of then: ${writtenKey(key)} is another`,
      ),
    };
  }
  return verdict === 'good'
    ? { head, check: check(`${says} ${head.size} entries on ${head.at}.`, []) }
    : {
        check: check(says, [
          `the signature is not one of this key over this text, ${head.size} entries on ${head.at}: one of them was changed`,
        ]),
      };
}

/** Every entry is in the signed tree, at its place. */
export function judgeEntries(entries: readonly ProvedEntry[], { size, root }: TreeHead): Check {
  const places = new Set(entries.map(({ leafIndex }) => leafIndex));
  const twice = places.size < entries.length ? ['two entries are said to stand at one place'] : [];
  const outside = entries.filter(entry => {
    const proof = entry.proof.map(hash => Buffer.from(hash, 'hex'));
    return !isIncluded({ index: entry.leafIndex, size, leaf: hashOfEntry(entry), root }, proof);
  });
  return check(`All ${entries.length} entries are in the signed log.`, [
    ...twice,
    ...outside
      .slice(0, most)
      .map(
        entry =>
          `${namedEntry(entry)} at place ${entry.leafIndex} is not: it, its place or its proof was changed`,
      ),
  ]);
}

/** What is in the bundle is what the log says was exported: so a change of anything in it shows, and where. */
export function judgeContents({ contents, entries }: Bundle): Check {
  const says = 'The contents are those that the log says were exported.';
  const hash = createHash('sha256').update(canonicalJson(contents)).digest('hex');
  const exports = entries.filter(({ action }) => action === 'BundleExported');
  const own = exports.find(({ detail }) => detail['contents'] === hash);
  const latest = exports.at(-1);
  if (!latest) return check(says, ['the bundle holds no entry of its own export: it was taken out']);
  if (!own)
    return check(says, [
      `something in "contents" was changed after the export that ${namedEntry(latest)} records`,
    ]);
  const wanted = new Set([...contents.entryNumbers, own.number]);
  const numbers = entries.map(({ number }) => number);
  const missing = [...wanted].filter(number => !numbers.includes(number));
  const added = entries.filter(({ number }) => !wanted.has(number));
  return check(says, [
    ...missing.map(number => `entry ${number} was exported and is missing`),
    ...added.map(entry => `${namedEntry(entry)} was not exported with it`),
    ...(numbers.some((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0))
      ? ['the entries do not stand in their order, or one stands there twice']
      : []),
  ]);
}
