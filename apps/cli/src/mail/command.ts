import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import {
  examineMail,
  HalfSet,
  lookedUp,
  mailWayFrom,
  NotARecordLine,
  writtenDown,
  type DnsRecords,
  type Finding,
  type Verdict,
} from '@duly/mail';
import { mailSettings, readGroup, SettingsError } from '@duly/settings';
import { whyUnreadable } from '../clock/unreadable.js';
import { complain } from '../complain.js';
import { mailUsage } from './usage.js';

const exit = { good: 0, wrong: 1, cannotTell: 2 } as const;

/** Something given was wrong; the message is for people. */
class Wrong extends Error {
  override readonly name = 'Wrong';
}

interface Asked {
  readonly dns: string | undefined;
  readonly json: boolean;
}

function asked(args: readonly string[]): Asked | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        dns: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    if (values.help) return 'help';
    if (positionals.length !== 1 || positionals[0] !== 'doctor')
      throw new Wrong('say what: duly mail doctor');
    return { dns: values.dns, json: values.json };
  } catch (error) {
    if (error instanceof TypeError) throw new Wrong(error.message);
    throw error;
  }
}

async function recordsIn(file: string): Promise<DnsRecords> {
  const text = await (file === '-' ? readAll(process.stdin) : readFile(file, 'utf8')).catch(
    (error: unknown) => {
      throw new Wrong(`${file}: ${whyUnreadable(error)}`);
    },
  );
  try {
    return writtenDown(text);
  } catch (error) {
    if (error instanceof NotARecordLine) throw new Wrong(`${file}: ${error.message}`);
    throw error;
  }
}

const signs: Readonly<Record<Verdict, string>> = {
  good: 'good   ',
  wrong: 'WRONG  ',
  advice: 'advice ',
  'cannot-tell': 'unknown',
};

const inWords = ({ place, verdict, says, remedy }: Finding): string =>
  `${signs[verdict]} ${place.padEnd(7)} ${says}${remedy === undefined ? '' : `\n${' '.repeat(16)}→ ${remedy}`}`;

function exitCodeOf(findings: readonly Finding[]): number {
  const verdicts = findings.map(({ verdict }) => verdict);
  if (verdicts.includes('wrong')) return exit.wrong;
  return verdicts.includes('cannot-tell') ? exit.cannotTell : exit.good;
}

async function examine({ dns, json }: Asked): Promise<number> {
  const way = mailWayFrom(readGroup('duly mail doctor', mailSettings, process.env));
  const findings = await examineMail(way, dns === undefined ? lookedUp() : await recordsIn(dns));
  const out = json ? JSON.stringify({ findings }, null, 2) : findings.map(inWords).join('\n');
  process.stdout.write(`${out}\n`);
  return exitCodeOf(findings);
}

/** `duly mail doctor`: what is wrong on the way of a letter, and what to do. 0 good, 1 wrong, 2 cannot tell. */
export async function mailCommand(args: readonly string[]): Promise<number> {
  try {
    const what = asked(args);
    if (what !== 'help') return await examine(what);
    process.stdout.write(mailUsage);
    return exit.good;
  } catch (error) {
    if (!(error instanceof Wrong || error instanceof SettingsError || error instanceof HalfSet)) throw error;
    complain('mail', error.message);
    return exit.cannotTell;
  }
}
