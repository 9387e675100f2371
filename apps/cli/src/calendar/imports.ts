import type { CalendarImport } from '@duly/api-contract';
import { ukNations } from '@duly/law';

/** One import: of what, into which calendar. */
export interface Import {
  readonly calendar: string;
  readonly body: CalendarImport;
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const byHand = ['add', 'withdraw'] as const;

/** The divisions of gov.uk's feed; none where it is no feed. */
const divisionsOf = (content: Fields): readonly string[] =>
  Object.keys(content).filter(name => isRecord(content[name]) && Array.isArray(content[name]['events']));

function ofFeed(content: Fields, named: readonly string[], keepMissing: boolean): readonly Import[] | string {
  const divisions = divisionsOf(content);
  const calendars = named.length > 0 ? named : ukNations.filter(nation => divisions.includes(nation));
  const [first] = calendars;
  if (first === undefined)
    return `the feed speaks of ${divisions.join(', ')}, which are no nations of the United Kingdom; name a calendar with --calendar`;
  const body = { feed: { ...content }, ...(keepMissing && { keepsWhatIsMissing: true }) };
  return calendars.map(calendar => ({ calendar, body }));
}

function ofHand(content: Fields, named: readonly string[]): readonly Import[] | string {
  const [calendar, ...more] = named;
  if (calendar === undefined || more.length > 0)
    return 'holidays by hand go into one calendar: name it with --calendar england-and-wales';
  // What stands in the lists is the API's to judge, by its own schema.
  return [{ calendar, body: content }];
}

/** What a file asks to be imported; a sentence saying what is wrong where it asks for nothing. */
export function importsOf(
  text: string,
  named: readonly string[],
  keepMissing: boolean,
): readonly Import[] | string {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return "the file is no JSON; give gov.uk's bank-holidays.json, or holidays by hand (see --help)";
  }
  if (!isRecord(content)) return 'the file holds no JSON object; see --help for what it may be';
  if (byHand.some(field => Object.hasOwn(content, field))) return ofHand(content, named);
  if (divisionsOf(content).length > 0 || named.length > 0) return ofFeed(content, named, keepMissing);
  return 'the file is neither a feed of bank holidays nor holidays by hand; see --help for what it may be';
}
