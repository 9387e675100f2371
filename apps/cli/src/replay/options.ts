import { parseArgs } from 'node:util';

export interface RecordOptions {
  /** A reference, a case id or a file. */
  readonly subject: string;
  readonly out: string | undefined;
  readonly help: boolean;
  /** Every case, open and closed; so many at once. */
  readonly all: false | { readonly jobs: number };
}

const usualJobs = 4;
const mostJobs = 64;

/** The options of `duly replay` and `duly history`; a sentence saying what is wrong where they cannot be read. */
export function readOptions(args: readonly string[]): RecordOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        all: { type: 'boolean', default: false },
        jobs: { type: 'string', default: String(usualJobs) },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [subject, ...more] = positionals;
    const { out, help } = values;
    if (help) return { subject: '', out: undefined, help: true, all: false };
    const jobs = Number(values.jobs);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > mostJobs)
      return `--jobs is a number from 1 to ${mostJobs}`;
    if (values.all)
      return subject === undefined
        ? { subject: '', out, help: false, all: { jobs } }
        : 'with --all name no case';
    if (subject === undefined || more.length > 0) return 'name one case or one file';
    return { subject, out, help: false, all: false };
  } catch (thrown) {
    if (thrown instanceof TypeError) return thrown.message;
    throw thrown;
  }
}

const caseReference = /^DR-\d{4}-\d{6,}-\d{1,2}$/;
const requestReference = /^DR-\d{4}-\d{6,}$/;
const caseId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Subject =
  | { readonly reference: string }
  | { readonly caseId: string }
  | { readonly request: string }
  | { readonly file: string };

/** What a person has named. */
export function subjectOf(given: string): Subject {
  if (caseReference.test(given)) return { reference: given };
  if (requestReference.test(given)) return { request: given };
  return caseId.test(given) ? { caseId: given } : { file: given };
}
