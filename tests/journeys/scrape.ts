/** One metric as Prometheus would read it. */
export interface Scraped {
  readonly type: string;
  readonly help: string;
  /** By what stands in braces: `right="access"`; an empty text where nothing does. */
  readonly samples: ReadonlyMap<string, number>;
}

export type Scrape = ReadonlyMap<string, Scraped>;

const name = String.raw`[a-zA-Z_:][a-zA-Z0-9_:]*`;
const label = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"`;
const told = new RegExp(`^# (HELP|TYPE) (${name}) (.+)$`);
/** Numbers as Go reads them, since Prometheus does: capitals do not matter. */
const sample = new RegExp(
  String.raw`^(${name})(?:\{(${label}(?:,${label})*),?\})? ([+-]?Inf|[Nn]a[Nn]|[-+0-9.e]+)$`,
);
const types = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];

interface Building {
  type: string;
  help: string;
  readonly samples: Map<string, number>;
}

/** A histogram's samples stand under its own name with an ending. */
const familyOf = (of: string, families: ReadonlyMap<string, Building>): Building | undefined =>
  families.get(of) ?? families.get(of.replace(/_(?:bucket|sum|count)$/, ''));

function takeTold(kind: string, of: string, text: string, families: Map<string, Building>): void {
  const family = families.get(of) ?? { type: '', help: '', samples: new Map<string, number>() };
  families.set(of, family);
  if (family.samples.size > 0) throw new Error(`${of}: ${kind} stands after its samples.`);
  if (kind === 'TYPE' && !types.includes(text)) throw new Error(`${of}: there is no type ${text}.`);
  if (kind === 'TYPE') family.type = text;
  else family.help = text;
}

function takeSample(line: string, families: ReadonlyMap<string, Building>): void {
  const [, of = '', labels = '', value = ''] = sample.exec(line) ?? [];
  if (of === '') throw new Error(`This is no line of the Prometheus text format: ${line}`);
  const family = familyOf(of, families);
  if (!family?.type) throw new Error(`${of}: a sample without a TYPE before it.`);
  const key = family.type === 'histogram' ? `${of}{${labels}}` : labels;
  if (family.samples.has(key)) throw new Error(`${of}{${labels}} stands there twice.`);
  family.samples.set(key, Number(value.replace('Inf', 'Infinity')));
}

/** Reads the text format strictly. @throws Error naming the line or the metric that does not fit */
export function scrapeOf(text: string): Scrape {
  const families = new Map<string, Building>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, kind, of = '', rest = ''] = told.exec(line) ?? [];
    if (kind) takeTold(kind, of, rest, families);
    else takeSample(line, families);
  }
  if (!text.endsWith('\n')) throw new Error('The text does not end with a line.');
  for (const [of, { type, help }] of families)
    if (type === '' || help === '') throw new Error(`${of}: TYPE or HELP is missing.`);
  return families;
}

/** The sum of a counter's or a gauge's samples whose labels hold all of these; of a histogram, of its counts. */
export function sumOf(scrape: Scrape, of: string, ...labels: readonly string[]): number {
  const family = scrape.get(of);
  if (!family) throw new Error(`There is no metric ${of}.`);
  return [...family.samples]
    .filter(([key]) => family.type !== 'histogram' || key.startsWith(`${of}_count`))
    .filter(([key]) => labels.every(one => key.includes(one)))
    .reduce((sum, [, value]) => sum + value, 0);
}
