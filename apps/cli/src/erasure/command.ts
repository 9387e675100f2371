import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SettingsError } from '@duly/settings';
import { AuditReader } from '../audit/audit-reader.js';
import { complain } from '../complain.js';
import { CannotTell, exitCodes, inWords, verdictOf } from '../replay/verdict.js';
import { NoToken } from '../token/issuer.js';
import { keysFrom } from '../verify/command.js';
import {
  certificateFrom,
  certificateInWords,
  judgeCertificate,
  readCertificate,
} from './certificate-file.js';
import { erasureUsage } from './usage.js';

const aReference = /^DR-\d{4}-\d{6,9}(?:-\d{1,2})?$/;

async function show(reference: string, out: string | undefined): Promise<number> {
  if (!aReference.test(reference))
    throw new CannotTell(`"${reference}" is no reference such as DR-2026-000123.`);
  const reader = await AuditReader.open();
  const answer = await reader.certificate(await reader.requestOf(reference));
  const file = certificateFrom(answer, 'The answer of the API');
  if (out !== undefined) await writeFile(out, `${JSON.stringify(answer)}\n`);
  process.stdout.write(certificateInWords(file));
  return 0;
}

async function checkFile(file: string, key: string): Promise<number> {
  const certificate = await readCertificate(file);
  const checks = judgeCertificate(certificate, await keysFrom(key));
  process.stdout.write(`${certificateInWords(certificate)}\n${inWords(checks)}\n`);
  return exitCodes[verdictOf(checks)];
}

function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, key: { type: 'string' } },
  });
  const [first, second, ...more] = positionals;
  if (first === undefined || more.length > 0) throw new TypeError('name one request');
  if (first !== 'check') return show(first, values.out);
  if (second === undefined || values.key === undefined)
    throw new TypeError('name the file of a certificate, and the key with --key');
  return checkFile(second, values.key);
}

/** `duly erasure`: the certificate of an erasure, and its check without any server. */
export async function erasureCommand(args: readonly string[]): Promise<number> {
  if (args[0] === '--help' || args[0] === '-h') {
    process.stdout.write(erasureUsage);
    return 0;
  }
  try {
    return await run(args);
  } catch (error) {
    if (error instanceof CannotTell || error instanceof NoToken || error instanceof SettingsError)
      complain('erasure', error.message);
    else if (error instanceof TypeError) complain('erasure', `${error.message}\n\n${erasureUsage}`);
    else throw error;
    return exitCodes['cannot tell'];
  }
}
