import { parseArgs } from 'node:util';

export interface ClockOptions {
  readonly files: readonly string[];
  readonly explain: boolean;
  readonly text: boolean;
  readonly whatIf: readonly string[];
  readonly calendarFiles: readonly string[];
  readonly help: boolean;
}

/** The options of `duly clock`; a sentence saying what is wrong where they cannot be read. */
export function readOptions(args: readonly string[]): ClockOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        explain: { type: 'boolean', default: false },
        text: { type: 'boolean', default: false },
        'what-if': { type: 'string', multiple: true, default: [] },
        'calendar-file': { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return {
      files: positionals.length === 0 ? ['-'] : positionals,
      explain: values.explain,
      text: values.text,
      whatIf: values['what-if'],
      calendarFiles: values['calendar-file'],
      help: values.help,
    };
  } catch (thrown) {
    if (thrown instanceof TypeError) return thrown.message;
    throw thrown;
  }
}
