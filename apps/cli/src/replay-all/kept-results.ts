import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asJson, asJunit, asText } from './reports.js';
import type { By, Judged } from './judged-case.js';

const keyOf = ({ caseId, version, by }: Pick<Judged, 'caseId' | 'version' | 'by'>, code: string): string =>
  [caseId, version, by, by === 'today’s code' ? code : ''].join(' ');

interface Line extends Judged {
  readonly code: string;
}

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'caseId' in value && 'verdict' in value && 'code' in value;

function lineOf(text: string): Line[] {
  try {
    const value: unknown = JSON.parse(text);
    return isLine(value) ? [value] : [];
  } catch {
    // The last line of a run that was killed may be cut.
    return [];
  }
}

/**
 * What was judged so far, one line a replay, in the folder of the report: a run that was killed goes on from there. A result counts
 * for this version of the case and, where today's code judged it, for this code alone.
 */
export class KeptResults {
  private readonly results = new Map<string, Judged>();

  private constructor(
    private readonly folder: string | undefined,
    /** SHA-256 of today's code. */
    private readonly code: string,
  ) {}

  static async open(folder: string | undefined, code: string): Promise<KeptResults> {
    const kept = new KeptResults(folder, code);
    if (folder === undefined) return kept;
    await mkdir(folder, { recursive: true });
    const text = await readFile(kept.file, 'utf8').catch(() => '');
    for (const { code: judgedBy, ...judged } of text.split('\n').flatMap(lineOf))
      kept.results.set(keyOf(judged, judgedBy), judged);
    // A cut line must not run into the next.
    if (text !== '' && !text.endsWith('\n')) await appendFile(kept.file, '\n');
    return kept;
  }

  find(caseId: string, version: number, by: By): Judged | undefined {
    return this.results.get(keyOf({ caseId, version, by }, this.code));
  }

  async keep(judged: Judged): Promise<void> {
    this.results.set(keyOf(judged, this.code), judged);
    if (this.folder !== undefined)
      await appendFile(this.file, `${JSON.stringify({ ...judged, code: this.code })}\n`);
  }

  /** The three reports. */
  async report(all: readonly Judged[]): Promise<void> {
    if (this.folder === undefined) return;
    await writeFile(join(this.folder, 'report.json'), asJson(all));
    await writeFile(join(this.folder, 'report.xml'), asJunit(all));
    await writeFile(join(this.folder, 'report.txt'), asText(all));
  }

  private get file(): string {
    return join(this.folder ?? '', 'results.ndjson');
  }
}
