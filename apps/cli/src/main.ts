import { usage } from './usage.js';

/** What a command is: its arguments in, its exit code out. */
export type Command = (args: readonly string[]) => Promise<number>;

/** Each command is loaded only when it is asked for, so that none pays for another's start. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import('./audit/command.js')).auditCommand,
  calendar: async () => (await import('./calendar/command.js')).calendarCommand,
  clock: async () => (await import('./clock/command.js')).clockCommand,
  erasure: async () => (await import('./erasure/command.js')).erasureCommand,
  history: async () => (await import('./replay/history-command.js')).historyCommand,
  letters: async () => (await import('./letters/command.js')).lettersCommand,
  mail: async () => (await import('./mail/command.js')).mailCommand,
  rebuild: async () => (await import('./rebuild/command.js')).rebuildCommand,
  replay: async () => (await import('./replay/command.js')).replayCommand,
  token: async () => (await import('./token/command.js')).tokenCommand,
  verify: async () => (await import('./verify/command.js')).verifyCommand,
};

/** Runs `duly` with the arguments after its name. 0: done; 2: something given was wrong. */
export async function duly(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load())(rest);
  process.stderr.write(name === undefined ? usage : `duly: there is no command "${name}".\n\n${usage}`);
  return 2;
}
