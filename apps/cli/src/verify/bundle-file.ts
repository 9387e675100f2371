import { readFile, stat } from 'node:fs/promises';
import type { LoggedEntry } from '@duly/audit';
import type { HistoryJson, Json } from '../replay/case-record.js';
import { CannotTell } from '../replay/verdict.js';

/** An entry of the audit log with what proves its place in the tree. */
export interface ProvedEntry extends LoggedEntry {
  readonly leafIndex: number;
  readonly proof: readonly string[];
}

/** What `duly audit export` writes. Nothing in it is believed before it is verified. */
export interface Bundle {
  readonly contents: Json & {
    readonly reference: string;
    readonly histories: readonly HistoryJson[];
    readonly row: Json;
    readonly rowEvents: readonly Json[];
    readonly workflowBundles: Readonly<Record<string, string>>;
    readonly openings: Readonly<Record<string, string>>;
    readonly entryNumbers: readonly number[];
  };
  readonly entries: readonly ProvedEntry[];
  readonly head: string;
  /** Left out of bundles that were exported before there were any in them. */
  readonly earlierHeads?: readonly { readonly note: string; readonly proof: readonly string[] }[];
}

/** Bytes. A case with all its code is some megabytes; what is larger is no bundle of ours. */
const largest = 256 * 1024 * 1024;
/** A tree of 2^53 entries is no higher. */
const longestProof = 64;
const deepest = 200;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => isObject(value) && Object.values(value).every(isText);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isCountOrNull = (value: unknown): boolean => value === null || isCount(value);
const isHistory = (value: unknown): boolean =>
  isObject(value) && isList(value['events']) && value['events'].every(isObject);

const texts = ['recordedAt', 'action', 'by'];
const textsOrNull = ['requestId', 'caseId', 'cite', 'commitment', 'correlationId'];

const isProof = (value: unknown): boolean =>
  isList(value) &&
  value.length <= longestProof &&
  value.every(hash => isText(hash) && /^[0-9a-f]{64}$/.test(hash));

export const isEntry = (value: unknown): value is ProvedEntry =>
  isObject(value) &&
  isCount(value['number']) &&
  isCount(value['leafIndex']) &&
  texts.every(name => isText(value[name])) &&
  textsOrNull.every(name => isTextOrNull(value[name])) &&
  ['run', 'eventNumber'].every(name => isCountOrNull(value[name])) &&
  isObject(value['detail']) &&
  isProof(value['proof']);

const isHeadBefore = (value: unknown): boolean =>
  isObject(value) && isText(value['note']) && isProof(value['proof']);

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  reference: isText,
  histories: value => isList(value) && value.length > 0 && value.every(isHistory),
  row: isObject,
  rowEvents: value => isList(value) && value.every(isObject),
  workflowBundles: isTexts,
  openings: isTexts,
  entryNumbers: value => isList(value) && value.every(isCount),
};

/** What is nested deeper than any bundle would exhaust the stack of whoever reads it. */
function isDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (isQuoted) {
      if (character === 92) at += 1;
      else if (character === 34) isQuoted = false;
    } else if (character === 34) isQuoted = true;
    else if (character === 123 || character === 91) depth += 1;
    else if (character === 125 || character === 93) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

const form = 'A bundle is what `duly audit export REFERENCE --out FILE` writes.';

/** Why something is no bundle; undefined where it is one. */
function faultIn(value: unknown): string | undefined {
  if (!isObject(value) || value['form'] !== 'duly-bundle-1')
    return 'is no bundle of a form that this version knows';
  const { contents, entries, head, earlierHeads = [] } = value;
  if (!isObject(contents)) return 'has no contents';
  const wrong = Object.entries(checks).find(([field, isRight]) => !isRight(contents[field]));
  if (wrong) return `has no "${wrong[0]}", or it is not what it should be`;
  if (!isList(entries) || !entries.every(isEntry)) return 'holds entries that are not what they should be';
  if (!isList(earlierHeads) || !earlierHeads.every(isHeadBefore))
    return 'holds earlier tree heads that are not what they should be';
  return isText(head) ? undefined : 'has no tree head';
}

const isBundle = (value: unknown): value is Bundle => faultIn(value) === undefined;

/** @throws CannotTell where the text is no bundle */
export function readBundle(text: string, name: string): Bundle {
  if (isDeep(text)) throw new CannotTell(`${name} is nested too deeply. ${form}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CannotTell(`${name} is not JSON. ${form}`);
  }
  if (isBundle(value)) return value;
  throw new CannotTell(`${name} ${faultIn(value) ?? ''}. ${form}`);
}

/** @throws CannotTell where the file cannot be read or is no bundle */
export async function readBundleFile(file: string): Promise<Bundle> {
  const size = await stat(file).then(
    found => found.size,
    () => undefined,
  );
  if (size === undefined) throw new CannotTell(`${file} cannot be read. Give the file of a bundle.`);
  if (size > largest) throw new CannotTell(`${file} is larger than any bundle. ${form}`);
  return readBundle(await readFile(file, 'utf8'), file);
}
