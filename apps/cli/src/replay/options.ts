import { parseArgs } from 'node:util';

export interface RecordOptions {
  /** A reference, a case id or a file. */
  readonly subject: string;
  readonly out: string | undefined;
  readonly help: boolean;
}

/** The options of `duly replay` and `duly history`; a sentence saying what is wrong where they cannot be read. */
export function readOptions(args: readonly string[]): RecordOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    const [subject, ...more] = positionals;
    if (values.help) return { subject: '', out: undefined, help: true };
    if (subject === undefined || more.length > 0) return 'name one case or one file';
    return { subject, out: values.out, help: false };
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
