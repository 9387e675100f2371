import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { TreeHead } from '@duly/audit';
import { readSettings, SettingsError } from '@duly/settings';
import { complain } from '../complain.js';
import { subjectOf } from '../replay/options.js';
import { RegisterReader } from '../replay/register-reader.js';
import { CannotTell, exitCodes, inWords, verdictOf, type Check } from '../replay/verdict.js';
import { NoToken } from '../token/issuer.js';
import { keysFrom } from '../verify/command.js';
import { judgeHead } from '../verify/judge-proofs.js';
import { AuditReader, type Heads } from './audit-reader.js';
import { headsIn, LogCheck } from './check-log.js';
import { judgeHeadsShown } from './judge-heads-shown.js';
import { auditUsage } from './usage.js';

interface Options {
  readonly subject: string | undefined;
  readonly out: string | undefined;
  readonly key: string | undefined;
  readonly head: string | undefined;
  readonly personalData: boolean;
}

async function caseIdOf(given: string | undefined): Promise<string> {
  if (given === undefined)
    throw new CannotTell('Name one case: a reference such as DR-2026-000123-1, or its id.');
  const subject = subjectOf(given);
  if ('file' in subject)
    throw new CannotTell(`"${given}" is no reference such as DR-2026-000123-1, and no case id.`);
  if ('caseId' in subject) return subject.caseId;
  const register = await RegisterReader.open(readSettings('cli'));
  const [caseId, ...others] = await register.caseIds(
    'reference' in subject ? subject.reference : subject.request,
  );
  if (caseId === undefined || others.length > 0)
    throw new CannotTell(`${given} has several cases: name one of them, such as ${given}-1.`);
  return caseId;
}

async function exportBundle({ subject, out, personalData }: Options): Promise<number> {
  const caseId = await caseIdOf(subject);
  const reader = await AuditReader.open();
  const bundle = await reader.bundle(caseId, personalData);
  const text = `${JSON.stringify(bundle)}\n`;
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text);
  return 0;
}

async function printKeys(): Promise<number> {
  const { keys } = await (await AuditReader.open()).heads();
  process.stdout.write(keys.map(key => `${key}\n`).join(''));
  return 0;
}

async function signHead({ out }: Options): Promise<number> {
  const note = await (await AuditReader.open()).sign();
  if (out === undefined) process.stdout.write(note);
  else await appendFile(out, `${note}\n`);
  return 0;
}

async function headsHeld(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const notes = headsIn(await readFile(file, 'utf8').catch(() => ''));
  if (notes.length === 0) throw new CannotTell(`${file} holds no signed tree head.`);
  return notes;
}

async function headsShown(reader: AuditReader): Promise<Heads['heads']> {
  const shown: Heads['heads'][number][] = [];
  for (let after = 0; ;) {
    const { heads } = await reader.heads(after);
    const last = heads.at(-1);
    if (!last) return shown;
    shown.push(...heads);
    after = last.number;
  }
}

/** Reads the whole log once and holds it against every head that was ever signed. */
async function checkLog({ key: given, head: file }: Options): Promise<number> {
  if (given === undefined) throw new CannotTell('Give the public key of the log with --key.');
  const keys = await keysFrom(given);
  const reader = await AuditReader.open();
  const [held, shown] = [await headsHeld(file), await headsShown(reader)];
  const judged = [...held, ...shown.map(({ note }) => note)].map(note => judgeHead(note, keys));
  const heads = judged.flatMap(({ head }): TreeHead[] => (head ? [head] : []));
  const log = new LogCheck(heads);
  for await (const entries of reader.log()) log.take(entries);
  const unsigned = judged.map(one => one.check).filter(({ verdict }) => verdict === 'bad');
  const checks: readonly Check[] = [...unsigned, ...log.end(), ...judgeHeadsShown(held, shown, keys)];
  const words = heads.length === 0 ? 'No head is signed by these keys.' : `${heads.length} signed heads.`;
  process.stdout.write(`${inWords(checks)}\n${words}\n`);
  return heads.length === 0 && verdictOf(checks) === 'good'
    ? exitCodes['cannot tell']
    : exitCodes[verdictOf(checks)];
}

const commands: Readonly<Record<string, (options: Options) => Promise<number>>> = {
  export: exportBundle,
  key: printKeys,
  head: signHead,
  check: checkLog,
};

function optionsFrom(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      key: { type: 'string' },
      head: { type: 'string' },
      'personal-data': { type: 'boolean', default: false },
    },
  });
  const [subject, ...more] = positionals;
  if (more.length > 0) throw new TypeError('name one case');
  const { out, key, head } = values;
  return { subject, out, key, head, personalData: values['personal-data'] };
}

/** `duly audit`: what an auditor fetches, and the check of the whole log. */
export async function auditCommand([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    process.stdout.write(auditUsage);
    return 0;
  }
  const run = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!run) throw new TypeError('name what to do: export, key, head or check');
    return await run(optionsFrom(args));
  } catch (error) {
    if (error instanceof CannotTell || error instanceof NoToken || error instanceof SettingsError)
      complain('audit', error.message);
    else if (error instanceof TypeError) complain('audit', `${error.message}\n\n${auditUsage}`);
    else throw error;
    return exitCodes['cannot tell'];
  }
}
