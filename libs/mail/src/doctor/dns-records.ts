import { Resolver } from 'node:dns/promises';

/** Records of a name, as text; none where the name has none of this kind; undefined where nobody could be asked. */
export interface DnsRecords {
  readonly txt: (name: string) => Promise<readonly string[] | undefined>;
  /** Hosts in the order of their preference; `.` alone says that no mail is taken (RFC 7505). */
  readonly mx: (name: string) => Promise<readonly string[] | undefined>;
}

const hasNone = new Set(['ENODATA', 'ENOTFOUND']);

async function orNone<One>(asked: Promise<readonly One[]>): Promise<readonly One[] | undefined> {
  try {
    return await asked;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    return hasNone.has(code) ? [] : undefined;
  }
}

/** Asks the name servers of this machine. */
export function lookedUp(): DnsRecords {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  return {
    txt: async name => (await orNone(resolver.resolveTxt(name)))?.map(parts => parts.join('')),
    mx: async name =>
      (await orNone(resolver.resolveMx(name)))
        ?.toSorted((one, other) => one.priority - other.priority)
        .map(({ exchange }) => exchange || '.'),
  };
}

/** A line that is no record. Its number is from 1. */
export class NotARecordLine extends Error {
  override readonly name = 'NotARecordLine';

  constructor(readonly line: number) {
    super(
      `Line ${line} is no DNS record. Write one a line, as dig prints them: council.example. 300 IN TXT "v=spf1 mx -all"`,
    );
  }
}

interface Written {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

const recordLine = /^(\S+)\s+(?:\d+\s+)?(?:IN\s+)?(TXT|MX)\s+(.+)$/i;

const plainName = (name: string): string => name.replace(/\.$/, '').toLowerCase();

/** A TXT record may be written in several quoted parts, which are one text. */
const textOf = (value: string): string =>
  value.startsWith('"')
    ? [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
        .map(([, part = '']) => part.replace(/\\(.)/g, '$1'))
        .join('')
    : value;

function read(text: string): readonly Written[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const written = line.trim();
    if (written === '' || /^[;#]/.test(written)) return [];
    const [, name, type, value] = recordLine.exec(written) ?? [];
    if (!name || !type || !value) throw new NotARecordLine(index + 1);
    return [{ name: plainName(name), type: type.toUpperCase(), value }];
  });
}

/**
 * Records that somebody wrote down, where there is no network: what is not among them is not there.
 * @throws NotARecordLine
 */
export function writtenDown(text: string): DnsRecords {
  const records = read(text);
  const valuesOf = (type: string, name: string): readonly string[] =>
    records.filter(one => one.type === type && one.name === plainName(name)).map(({ value }) => value);
  const preference = (value: string): number => Number.parseInt(value, 10) || 0;
  return {
    txt: name => Promise.resolve(valuesOf('TXT', name).map(textOf)),
    mx: name =>
      Promise.resolve(
        valuesOf('MX', name)
          .toSorted((one, other) => preference(one) - preference(other))
          .map(value => value.replace(/^\d+\s+/, ''))
          .map(host => (host === '.' ? '.' : plainName(host))),
      ),
  };
}
