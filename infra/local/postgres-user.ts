import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { userInfo } from 'node:os';
import { openCopy, type PostgresBinaries } from './postgres-binaries.js';

const name = 'postgres';

/** PostgreSQL refuses to run as root, so root runs it as a user of its own; anyone else runs it as themselves. */
export interface PostgresUser {
  /** The programs, where this user can reach them. */
  readonly binaries: PostgresBinaries;
  /** Put before a command of PostgreSQL, where the user alone could not reach it. */
  readonly prefix: readonly string[];
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
  own(path: string): void;
}

const idOf = (flag: '-u' | '-g'): number | undefined => {
  const found = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return found.status === 0 ? Number(found.stdout) : undefined;
};

function userIds(): { uid: number; gid: number } {
  if (idOf('-u') === undefined) {
    try {
      execFileSync('useradd', ['--system', '--no-create-home', '--user-group', name], { stdio: 'ignore' });
    } catch {
      throw new Error(
        `PostgreSQL does not run as root, and the user ${name} cannot be made on this machine. Run as another user, or add a user ${name}.`,
      );
    }
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (uid === undefined || gid === undefined)
    throw new Error(`The user ${name} was made, but the machine does not know it.`);
  return { uid, gid };
}

/** A checkout under /root or in a private temporary folder is closed to other users; this lends them root's sight, and nothing else. */
const seeing = ({ uid, gid }: { uid: number; gid: number }): string[] => {
  const sight = '+dac_override,+dac_read_search';
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${sight}`,
    `--ambient-caps=${sight}`,
  ];
};

const succeeds = (line: readonly string[], ids?: { uid: number; gid: number }): boolean => {
  const [command = '', ...rest] = line;
  return spawnSync(command, rest, ids ?? {}).status === 0;
};

/**
 * Who runs PostgreSQL, and from where, on files inside this folder, which exists.
 * @throws Error in words when this machine cannot run PostgreSQL for us.
 */
export function postgresUser(packaged: PostgresBinaries, folder: string): PostgresUser {
  if (userInfo().uid !== 0) return { binaries: packaged, prefix: [], ids: undefined, own: () => undefined };
  const ids = userIds();
  const own = (path: string) => chownSync(path, ids.uid, ids.gid);
  const binaries = succeeds([packaged.initdb, '--version'], ids) ? packaged : openCopy(packaged);
  const trial = ['sh', '-c', '"$0" --version && test -x "$1"', binaries.initdb];
  if (succeeds([...trial, folder], ids)) return { binaries, prefix: [], ids, own };
  // What may be entered is asked of the system itself here: `test` would not count what is only lent.
  const prefix = seeing(ids);
  if (succeeds([...prefix, 'ls', folder]) && succeeds([...prefix, binaries.initdb, '--version']))
    return { binaries, prefix, ids: undefined, own };
  throw new Error(
    `PostgreSQL does not run as root, and the user ${name} cannot reach ${folder}. Move the checkout to a folder that other users may enter.`,
  );
}
