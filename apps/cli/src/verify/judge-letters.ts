import { createHash } from 'node:crypto';
import { check, type Check } from '../replay/verdict.js';
import type { Bundle } from './bundle-file.js';
import { lettersIn } from './judge-letters-logged.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The letters that were put into the bundle are those that were sent, to the byte. Nothing where it holds none. */
export function judgeLetters(bundle: Bundle): readonly Check[] {
  const { contents } = bundle;
  const { letterContents } = contents;
  if (!isObject(letterContents)) return [];
  const hashes = new Map(lettersIn(bundle).map(letter => [letter['id'], letter['hash']]));
  const findings = Object.entries(letterContents).flatMap(([id, bytes]) => {
    const hash = createHash('sha256')
      .update(Buffer.from(String(bytes), 'base64'))
      .digest('hex');
    return hashes.get(id) === hash ? [] : [`letter ${id} is not the one that was sent`];
  });
  const many = Object.keys(letterContents).length;
  return [check(`The ${many} letters are those that were sent, to the byte.`, findings)];
}
