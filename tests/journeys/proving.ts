import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKey, type PublicKey } from '@duly/audit';
import { CaseLife } from './case-life.js';
import { duly, run, type Said } from './duly-command.js';
import { installDuly } from './installed-duly.js';
import { Journey, type JourneyOptions } from './journey.js';

/** Whoever opens a connection, of whatever kind, ends at once with a code of its own. */
const noNetwork = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net'; import dns from 'node:dns'; import dgram from 'node:dgram';
  const refuse = () => { process.stderr.write('it asked for the network'); process.exit(99); };
  net.Socket.prototype.connect = refuse; dgram.createSocket = refuse; dns.lookup = refuse; globalThis.fetch = refuse;
`)}`;

/** Before a command, a network of its own with nothing in it, where the kernel gives one to whoever asks. */
function apart(): readonly string[] {
  const alone = ['unshare', '--map-root-user', '--net'];
  const [program = '', ...args] = alone;
  if (spawnSync(program, [...args, 'true']).status === 0) return alone;
  process.stderr.write(
    'Verified without a network of its own: unshare gives none here. Calls are refused in the process alone.\n',
  );
  return [];
}

/** An auditor beside a journey: with the servers, and years later without any. */
export class Proving {
  private program: string | undefined;
  private readonly alone = apart();

  private constructor(
    readonly journey: Journey,
    readonly folder: string,
  ) {}

  /** The command line as an auditor has installed it, far from any checkout. */
  get installed(): string {
    this.program ??= installDuly(mkdtempSync(join(this.folder, 'installed-')));
    return this.program;
  }

  static async begin(options: JourneyOptions = {}): Promise<Proving> {
    return new Proving(await Journey.begin(options), mkdtempSync(join(tmpdir(), 'duly-proof-')));
  }

  async end(): Promise<void> {
    await this.journey.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  duly(...args: readonly string[]): Promise<Said> {
    return duly(this.journey, args);
  }

  /** Years later: an empty folder, an empty home, no checkout, no setting, no server and no network. */
  later(...args: readonly string[]): Promise<Said> {
    const home = mkdtempSync(join(this.folder, 'home-'));
    const env = { PATH: process.env['PATH'], HOME: home, NODE_OPTIONS: `--import=${noNetwork}` };
    const [program = '', ...all] = [...this.alone, process.execPath, this.installed, ...args];
    return run(program, all, { env, cwd: home });
  }

  async answeredCase(): Promise<CaseLife> {
    const life = await CaseLife.open(this.journey);
    await life.happens('NoticeGiven');
    await life.windTo('2036-04-21T10:00:00Z');
    await life.give('extend-time', { ground: 'complexity', reasons: 'Four systems must be searched.' });
    await life.happens('TimeExtended');
    return life;
  }

  /** The bundle of a case. @returns its file */
  async exported(life: CaseLife, name: string, ...more: readonly string[]): Promise<string> {
    const file = join(this.folder, name);
    const said = await this.duly('audit', 'export', `${life.opened.reference}-1`, '--out', file, ...more);
    expect(said).toMatchObject({ code: 0, errors: '' });
    return file;
  }

  /** The public key of the log, as it is written. */
  async key(): Promise<string> {
    return (await this.duly('audit', 'key')).out.trim();
  }

  async keys(): Promise<readonly [PublicKey, ...PublicKey[]]> {
    const [first, ...more] = (await this.key()).split('\n').flatMap(line => readKey(line) ?? []);
    if (!first) throw new Error('The log has no key.');
    return [first, ...more];
  }
}
