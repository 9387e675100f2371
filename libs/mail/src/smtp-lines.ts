import { SmtpLine } from './smtp-line.js';
import type { SmtpSettings } from './smtp-settings.js';

/** Seconds an idle connection is kept: long enough for a crowd of letters, too short to be in anybody's way. */
const keptFor = 2;

interface Resting {
  readonly line: SmtpLine;
  readonly timer: NodeJS.Timeout;
}

/** Connections that wait for their next letter. */
export class SmtpLines {
  private resting: readonly Resting[] = [];

  constructor(private readonly settings: SmtpSettings) {}

  /** A new connection, not open yet. */
  fresh(): SmtpLine {
    return new SmtpLine(this.settings);
  }

  /** The one that rested last; undefined where none does. */
  take(): SmtpLine | undefined {
    const last = this.resting.at(-1);
    if (last) this.forget(last.line);
    return last?.line;
  }

  /** Keeps a connection over which a letter was accepted. */
  keep(line: SmtpLine): void {
    const end = (): void => {
      this.forget(line);
      line.close();
    };
    line.rest(end);
    this.resting = [...this.resting, { line, timer: setTimeout(end, keptFor * 1_000) }];
  }

  close(): void {
    for (const { line } of this.resting) {
      this.forget(line);
      line.close();
    }
  }

  private forget(line: SmtpLine): void {
    for (const one of this.resting) if (one.line === line) clearTimeout(one.timer);
    this.resting = this.resting.filter(one => one.line !== line);
  }
}
