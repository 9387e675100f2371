import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { bundlesNamedIn } from '@duly/temporal';
import { cannotTell, check, type Check } from '../replay/verdict.js';
import type { Bundle } from './bundle-file.js';

/** Bytes: what claims to be larger is no workflow of ours. */
const largest = 64 * 1024 * 1024;

export interface ProvedCode {
  readonly check: Check;
  /** The code of each run, once its hash is proved; undefined where it may not be run. */
  readonly codes?: readonly string[];
}

function unpackedCode(packed: string): string | undefined {
  try {
    return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: largest }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** What stands against running the code of this hash. */
function against(hash: string, { contents, entries }: Bundle): string[] {
  const packed = contents.workflowBundles[hash];
  if (packed === undefined) return [];
  const code = unpackedCode(packed);
  const found = code === undefined ? undefined : createHash('sha256').update(code).digest('hex');
  if (found !== hash)
    return [`the workflow code called ${hash.slice(0, 12)}… is other code: it was changed or swapped`];
  const isLogged = entries.some(
    ({ action, detail }) => action === 'WorkflowBundleKept' && detail['hash'] === hash,
  );
  return isLogged
    ? []
    : [`the log does not say that a worker ever ran the workflow code ${hash.slice(0, 12)}…`];
}

/** Each history names the code that made it; that code is there, is what its hash says, and the log knows it. */
export function judgeCode(bundle: Bundle): ProvedCode {
  const says = 'The workflow code is the one that the log and the histories name.';
  const named = bundle.contents.histories.map(history => bundlesNamedIn(history).at(-1));
  const all = [...new Set(bundle.contents.histories.flatMap(bundlesNamedIn))];
  const findings = all.flatMap(hash => against(hash, bundle));
  if (findings.length > 0) return { check: check(says, findings) };
  const codes = named.map(hash => {
    const packed = hash === undefined ? undefined : bundle.contents.workflowBundles[hash];
    return packed === undefined ? undefined : unpackedCode(packed);
  });
  if (!codes.every(code => code !== undefined))
    return { check: cannotTell(says, 'the code of a run is not in the bundle: it ran before code was kept') };
  return { check: check(`${says} ${all.map(hash => `${hash.slice(0, 12)}…`).join(', ')}`, []), codes };
}
