import { randomUUID } from 'node:crypto';
import type {
  CaseSourcesView,
  DocumentTakenView,
  Problem,
  SourceAskView,
  SourceRegistered,
  SourcesView,
} from '@duly/api-contract';
import { until } from '@duly/infra';
import { Database } from '@duly/postgres';
import { testDatabase, type TestDatabase } from '@duly/testing';
import type { ApiAnswer, ApiCaller } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { Journey } from './journey.js';
import { SourceSystem, upload, type SentBytes } from './source-system.js';

export const person = { name: 'Quillibert Canarius', email: 'quillibert@people.example' };

const field = (name: string, type: string) => ({
  name,
  type,
  description: `The ${name}.`,
  origin: 'provided',
  basis: 'contract',
});

export const entity = (name: string, ...fields: readonly (readonly [name: string, type: string])[]) => ({
  name,
  description: `What we keep: ${name}.`,
  fields: fields.map(([of, type]) => field(of, type)),
});

export const ofTeam = (name = 'archive') => ({
  name,
  title: 'The archive',
  entities: [entity('visit', ['day', 'date'], ['note', 'text'])],
  terms: { kind: 'task', email: `${name}@council.example` },
});

/** A database of another system, with somebody who may read one table of it. @returns its owner's address, and the reader's */
async function aDatabaseOfTheirs(): Promise<{ readonly place: TestDatabase; readonly readerUrl: string }> {
  const place = await testDatabase();
  const owner = await Database.open({ url: place.url, poolSize: 1, application: 'spec' });
  const role = `reader_${randomUUID().slice(0, 8)}`;
  await owner.query('CREATE TABLE fine (email text, amount numeric, paid boolean, at timestamptz)');
  await owner.query(
    `INSERT INTO fine VALUES ($1, 12.50, true, '2036-01-02T03:04:05Z'), ($1, 9007199254740993.10, false, NULL), ('other@people.example', 1, true, NULL)`,
    [person.email],
  );
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'reader'`);
  await owner.query(`GRANT SELECT ON fine TO ${role}`);
  await owner.close();
  const readerUrl = Object.assign(new URL(place.url), { username: role, password: 'reader' }).href;
  return { place, readerUrl };
}

/** A journey with sources of several kinds: another system that answers by HTTPS, and a database of somebody else's. */
export class SourceOffice {
  private constructor(
    readonly journey: Journey,
    readonly administrator: ApiCaller,
    readonly handlerToken: string,
    readonly housing: SourceSystem,
    readonly place: TestDatabase,
    readonly readerUrl: string,
  ) {}

  static async begin(settings: Readonly<Record<string, string>> = {}): Promise<SourceOffice> {
    let office: SourceOffice | undefined = undefined as SourceOffice | undefined;
    const housing = await SourceSystem.open(() => {
      if (!office) throw new Error('No journey has begun.');
      return office.journey.contract;
    });
    const { place, readerUrl } = await aDatabaseOfTheirs();
    const { HOOKS_LOOPBACK: others, ...more } = settings;
    const HOOKS_LOOPBACK = `127.0.0.1:${housing.receiver.port}${others === undefined ? '' : `,${others}`}`;
    const journey = await Journey.begin({
      settings: { HOOKS_LOOPBACK, DOCUMENTS_UNSCANNED: 'on', ...more },
    });
    const administrator = await journey.as('administrator');
    const token = await journey.servers.signIn.token('handler');
    office = new SourceOffice(journey, administrator, token, housing, place, readerUrl);
    return office;
  }

  async end(): Promise<void> {
    await this.journey.end();
    await this.housing.down();
    await this.place.stop();
  }

  /** So that no case of a spec sees the sources of another. */
  async clear(): Promise<void> {
    const { sources } = await this.administrator.read<SourcesView>('/v1/sources');
    await this.remove(...sources.map(({ id }) => id));
    this.housing.receiver.received.length = 0;
    this.housing.receiver.answer = 204;
  }

  async registered(body: object): Promise<string> {
    const { id, secret } = await this.administrator.done<SourceRegistered>('/v1/sources', body);
    if (secret !== null) this.housing.receiver.secrets = [secret];
    return id;
  }

  async remove(...ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.administrator.done(`/v1/sources/${id}/remove`, {});
  }

  ofHousing() {
    return {
      name: 'housing-system',
      title: 'Housing system',
      entities: [entity('tenancy', ['rent', 'decimal'])],
      terms: { kind: 'webhook', url: this.housing.receiver.url },
    };
  }

  ofFines(
    connection = this.readerUrl,
    statement = 'SELECT amount, paid, at FROM fine WHERE email = $1',
    seconds = 10,
  ) {
    const queries = [{ entity: 'fine', statement, parameters: ['email'] }];
    return {
      name: 'fines',
      title: 'Parking fines',
      entities: [entity('fine', ['amount', 'decimal'], ['paid', 'boolean'], ['at', 'instant'])],
      terms: { kind: 'postgresql', queries, seconds, rows: 100 },
      connection,
    };
  }

  open(rights: readonly string[] = ['access']): Promise<CaseLife> {
    return CaseLife.open(this.journey, { rights, words: 'All of it.', subject: person, requester: person });
  }

  sourcesOf({ handler, id }: CaseLife): Promise<CaseSourcesView> {
    return handler.read<CaseSourcesView>(`/v1/cases/${id}/sources`);
  }

  collect({ handler, id }: CaseLife): Promise<CaseSourcesView> {
    return handler.done<CaseSourcesView>(`/v1/cases/${id}/collect`, {});
  }

  async askOf(life: CaseLife, source: string): Promise<SourceAskView | undefined> {
    const { collections } = await this.sourcesOf(life);
    return collections[0]?.sources.find(one => one.source === source);
  }

  /** Waits until what a source was asked is so. */
  hasAsk(life: CaseLife, source: string, isSo: (ask: SourceAskView) => boolean): Promise<SourceAskView> {
    return until(`The source ${source}`, 60, async () => {
      const found = await this.askOf(life, source);
      return found && isSo(found) ? found : undefined;
    });
  }

  isComplete(life: CaseLife): Promise<string> {
    return until('The end of the collection', 60, async () => {
      const { collections } = await this.sourcesOf(life);
      return collections[0]?.completedAt ?? undefined;
    });
  }

  send(path: string, bytes: SentBytes, name?: string): Promise<ApiAnswer<DocumentTakenView & Problem>> {
    return upload(`${this.journey.url}${path}`, this.handlerToken, bytes, name === undefined ? {} : { name });
  }
}
