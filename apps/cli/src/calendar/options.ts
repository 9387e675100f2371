import { parseArgs } from 'node:util';

interface Reach {
  readonly as: string;
  readonly api: string | undefined;
}

export type CalendarOptions =
  | (Reach & {
      readonly does: 'import';
      readonly file: string;
      readonly calendars: readonly string[];
      readonly keepMissing: boolean;
    })
  | (Reach & { readonly does: 'show'; readonly calendars: readonly string[] })
  | { readonly does: 'help' };

const options = {
  calendar: { type: 'string', multiple: true, default: [] as string[] },
  'keep-missing': { type: 'boolean', default: false },
  as: { type: 'string', default: 'administrator' },
  api: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function parsed(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const { calendar: calendars, 'keep-missing': keepMissing, as, api, help } = values;
  return { positionals, calendars, keepMissing, reach: { as, api }, help };
}

/** The options of `duly calendar`; a sentence saying what is wrong where they cannot be read. */
export function readCalendarOptions(args: readonly string[]): CalendarOptions | string {
  try {
    const { positionals, calendars, keepMissing, reach, help } = parsed(args);
    if (help) return { does: 'help' };
    const [does, ...named] = positionals;
    const [file, ...more] = named;
    switch (does) {
      case 'import':
        if (file === undefined || more.length > 0) return 'name one file to import';
        return { does, file, calendars, keepMissing, ...reach };
      case 'show':
        return { does, calendars: [...named, ...calendars], ...reach };
      case undefined:
        return 'say what to do: import or show';
      default:
        return `there is no "duly calendar ${does}"`;
    }
  } catch (thrown) {
    if (thrown instanceof TypeError) return thrown.message;
    throw thrown;
  }
}
