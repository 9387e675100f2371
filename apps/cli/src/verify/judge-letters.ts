import { createHash } from 'node:crypto';
import { check, type Check } from '../replay/verdict.js';
import type { Bundle } from './bundle-file.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The letters that were put into the bundle are those that were sent, to the byte. Nothing where it holds none. */
export function judgeLetters({ contents }: Bundle): readonly Check[] {
  const { letters, letterContents } = contents;
  if (!isObject(letterContents)) return [];
  const hashes = new Map(
    (Array.isArray(letters) ? (letters as unknown[]) : [])
      .filter(isObject)
      .map(letter => [letter['id'], letter['hash']]),
  );
  const findings = Object.entries(letterContents).flatMap(([id, bytes]) => {
    const hash = createHash('sha256')
      .update(Buffer.from(String(bytes), 'base64'))
      .digest('hex');
    return hashes.get(id) === hash ? [] : [`letter ${id} is not the one that was sent`];
  });
  const many = Object.keys(letterContents).length;
  return [check(`The ${many} letters are those that were sent, to the byte.`, findings)];
}
