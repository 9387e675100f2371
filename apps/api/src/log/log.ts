import { pino, type DestinationStream, type Level, type Logger } from 'pino';

export type Log = Logger;

/** Never logged, wherever they stand: credentials, and whatever a body may hold about people. */
const redacted = [
  'authorization',
  'cookie',
  'body',
  'words',
  'subject',
  'requester',
  'recipient',
  'password',
  'token',
];

/** JSON lines on standard output. Callers log ids, codes and counts; redaction is the second wall. */
export function openLog(level: Level, to?: DestinationStream): Log {
  const options = {
    level,
    base: { app: 'api' },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: redacted.flatMap(name => [name, `*.${name}`, `*.*.${name}`]),
    serializers: { err: withoutValues },
  };
  return to ? pino(options, to) : pino(options);
}

/** An error's kind, code and place, without the values that drivers like to put in it. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    stack: error.stack?.split('\n').slice(1).join('\n'),
    ...(error.cause instanceof Error && { cause: withoutValues(error.cause) }),
  };
}
