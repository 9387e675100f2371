import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { userInfo } from 'node:os';

const name = 'postgres';

/** PostgreSQL refuses to run as root, so root runs it as a user of its own; anyone else runs it as themselves. */
export interface PostgresUser {
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

/** Whether such a user runs the binary and enters the folder. */
const reaches = (line: readonly string[], ids?: { uid: number; gid: number }): boolean => {
  const [command = '', ...rest] = line;
  return spawnSync(command, rest, ids ?? {}).status === 0;
};

/**
 * Who runs this PostgreSQL binary on files inside this folder, which exists.
 * @throws Error in words when this machine cannot run PostgreSQL for us.
 */
export function postgresUser(postgres: string, folder: string): PostgresUser {
  if (userInfo().uid !== 0) return { prefix: [], ids: undefined, own: () => undefined };
  const ids = userIds();
  const own = (path: string) => chownSync(path, ids.uid, ids.gid);
  const trial = ['sh', '-c', '"$0" --version && test -x "$1"', postgres, folder];
  if (reaches(trial, ids)) return { prefix: [], ids, own };
  const prefix = seeing(ids);
  if (reaches([...prefix, ...trial])) return { prefix, ids: undefined, own };
  throw new Error(
    `PostgreSQL does not run as root, and the user ${name} cannot reach ${folder}. Move the checkout to a folder that other users may enter.`,
  );
}
