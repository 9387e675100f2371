import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readKey, type PublicKey } from '@duly/audit';
import { complain } from '../complain.js';
import { endReplays } from '../replay/live-again.js';
import { CannotTell, exitCodes, inWords, verdictOf, type Verdict } from '../replay/verdict.js';
import { readBundleFile } from './bundle-file.js';
import { judgeBundle } from './judge-bundle.js';
import { verifyUsage } from './usage.js';

const conclusions: Readonly<Record<Verdict, string>> = {
  good: 'Good: nothing was changed, and what was decided follows from the law and the code.',
  bad: 'Bad: something was changed, or does not follow.',
  'cannot tell': 'Cannot tell.',
};

/** The key, or every key of a file, one a line. @throws CannotTell where it is neither a key nor a file that holds one */
export async function keysFrom(given: string): Promise<readonly [PublicKey, ...PublicKey[]]> {
  const text = readKey(given) ? given : await readFile(given, 'utf8').catch(() => '');
  const [first, ...more] = text.split('\n').flatMap(line => readKey(line) ?? []);
  if (first) return [first, ...more];
  throw new CannotTell(
    `"${given.slice(0, 80)}" is no public key, name+id+base64, and no file that holds one.`,
  );
}

async function verified(file: string, key: string): Promise<Verdict> {
  const bundle = await readBundleFile(file);
  const checks = await judgeBundle(bundle, await keysFrom(key));
  const verdict = verdictOf(checks);
  process.stdout.write(`Case ${bundle.contents.reference}\n${inWords(checks)}\n${conclusions[verdict]}\n`);
  return verdict;
}

function given(args: readonly string[]): {
  readonly file?: string;
  readonly key?: string;
  readonly help: boolean;
} {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { key: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new TypeError('name one file');
  return {
    ...(file !== undefined && { file }),
    ...(values.key !== undefined && { key: values.key }),
    help: values.help,
  };
}

/** `duly verify`: 0 good, 1 bad, 2 cannot tell. */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  try {
    const { file, key, help } = given(args);
    if (help) {
      process.stdout.write(verifyUsage);
      return 0;
    }
    if (file === undefined || key === undefined) throw new TypeError('name a file, and the key with --key');
    return exitCodes[await verified(file, key)];
  } catch (error) {
    if (error instanceof CannotTell) complain('verify', `${conclusions['cannot tell']} ${error.message}`);
    else if (error instanceof TypeError) complain('verify', `${error.message}\n\n${verifyUsage}`);
    else throw error;
    return exitCodes['cannot tell'];
  } finally {
    await endReplays();
  }
}
