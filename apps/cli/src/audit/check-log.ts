import { Frontier, hexHashOfEntry, readHead, type TreeHead } from '@duly/audit';
import { check, type Check } from '../replay/verdict.js';
import type { LogEntry } from './audit-reader.js';

const most = 8;

/** Goes once through a log of any length, in memory that does not grow with it. */
export class LogCheck {
  private readonly frontier = Frontier.empty();
  private readonly findings: string[] = [];
  private readonly heads: TreeHead[];
  private good = 0;
  private broken = false;

  /** @param heads signed ones, whose signatures are judged already */
  constructor(heads: readonly TreeHead[]) {
    this.heads = [...heads].sort((one, other) => one.size - other.size);
    this.passHeads();
  }

  take(entries: readonly LogEntry[]): void {
    for (const entry of entries) this.takeOne(entry);
  }

  /** What was found, once the log is at its end. */
  end(): readonly Check[] {
    for (const { size, at } of this.heads)
      this.find(
        `the log ends after ${this.frontier.size} entries; ${size} were signed on ${at}: its end was cut off`,
      );
    return [
      check(
        `All ${this.frontier.size} entries of the log stand in their places, as the signed heads say.`,
        this.findings,
      ),
    ];
  }

  private takeOne(entry: LogEntry): void {
    const { number, action, leafIndex, leaf } = entry;
    if (leafIndex !== this.frontier.size && !this.broken) {
      this.broken = true;
      this.find(
        `at place ${this.frontier.size} stands what belongs to place ${leafIndex}: an entry is missing, or was moved`,
      );
    }
    const hash = hexHashOfEntry(entry);
    if (hash !== leaf)
      this.find(`entry ${number} (${action}) at place ${leafIndex} is not what was recorded: it was changed`);
    this.frontier.append(Buffer.from(hash, 'hex'));
    this.passHeads();
  }

  /** Holds the tree so far against every head of this size. */
  private passHeads(): void {
    for (let head = this.heads[0]; head?.size === this.frontier.size; head = this.heads[0]) {
      this.heads.shift();
      if (this.frontier.root.equals(head.root)) this.good = head.size;
      else
        this.find(
          `the first ${head.size} entries are not those that were signed on ${head.at}: one of the places ${this.good} to ${head.size - 1} was changed`,
        );
    }
  }

  private find(finding: string): void {
    if (this.findings.length < most) this.findings.push(finding);
  }
}

/** The heads of a file to which they were added one after another. */
export const headsIn = (text: string): readonly string[] =>
  text
    .split(/\n\n(?!— )/u)
    .map(part => `${part.trim()}\n`)
    .filter(part => readHead(part) !== undefined);
