import { join } from 'node:path';
import type { ReceiverView, SourceRegistered } from '@duly/api-contract';
import { ensureNamespace } from '@duly/temporal';
import pg from 'pg';
import type { Processes } from '../local/processes.js';
import { until } from '../local/waiting.js';
import { workspace } from '../local/workspace.js';
import { Handler } from './handler.js';
import type { House } from './house.js';
import { HousingSystem } from './housing-system.js';
import { OtherDuly } from './other-duly.js';

/** Where a team serves its own workflows. */
const library = { namespace: 'library', taskQueue: 'library' };
/** Whom the person moves to. */
export const mover = 'Green Power';

const entity = (name: string, fields: readonly (readonly [name: string, type: string])[]) => ({
  name,
  description: `What we keep: ${name}.`,
  fields: fields.map(([of, type]) => ({
    ...{ name: of, type, description: `The ${of}.` },
    ...{ origin: 'provided', basis: 'contract' },
  })),
});

/** A database of another department, and somebody who may read one table of it. @returns the reader's address */
async function finesOf(url: string): Promise<string> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query(`CREATE TABLE fine (email text, amount numeric, paid boolean);
      INSERT INTO fine VALUES ('imogen.adeyemi@people.example', 12.50, true), ('other@people.example', 70, false);
      CREATE ROLE fines_reader LOGIN PASSWORD 'reader'; GRANT SELECT ON fine TO fines_reader`);
  } finally {
    await owner.end();
  }
  return Object.assign(new URL(url), { username: 'fines_reader', password: 'reader' }).href;
}

/** The library's own worker, in a process of its own. */
async function libraryWorker(processes: Processes, house: House): Promise<void> {
  const name = 'library-worker';
  const child = await processes.start(name, {
    command: process.execPath,
    arguments: [join(workspace, 'dist', 'infra', 'sample-worker', 'worker.js')],
    folder: workspace,
    environment: {
      PATH: process.env['PATH'],
      TEMPORAL_ADDRESS: house.temporalAddress,
      TEMPORAL_NAMESPACE: library.namespace,
      TEMPORAL_TASK_QUEUE: library.taskQueue,
      DULY_URL: house.apiUrl,
    },
  });
  await until(`The readiness of the ${name}`, 180, () => {
    if (child.hasEnded()) throw new Error(`The ${name} did not start:\n${child.lastWords()}`);
    return child.lastWords().includes('ready') || undefined;
  });
}

/** What lies beside the case: those who hold data about the person, and another organisation that is to have it. */
export class Beside {
  private constructor(
    /** The id of the other organisation among the receivers. */
    readonly receiver: string,
    readonly other: OtherDuly,
  ) {}

  static async bring(processes: Processes, house: House, say: (line: string) => void): Promise<Beside> {
    // A new namespace is known to every part of the server after some seconds: long before anybody serves it.
    await ensureNamespace(house.temporal.connection, library.namespace, 1);
    const [other, housing, fines] = await Promise.all([
      OtherDuly.bring(processes, house, mover),
      HousingSystem.open(house.beside.system, ['412.50', '9007199254740993.10']),
      finesOf(house.database('fines')),
      libraryWorker(processes, house),
    ]);
    processes.onStop('housing system', () => housing.stop());
    const administrator = await Handler.signIn(house, 'staff-zofia');
    const add = (source: object) => administrator.give<SourceRegistered>('/v1/sources', source);
    for (const source of [ofArchive, ofLibrary, ofFines(fines), ofTolls(fines)]) await add(source);
    housing.system.secret = (await add(ofHousing(housing.url))).secret ?? '';
    const { url, token, receiptKey } = other.door;
    const there = { title: mover, url, token: token ?? '', receiptKey };
    const { id } = await administrator.give<ReceiverView>('/v1/receivers', there);
    say('The sources, and the Duly of another organisation, are up.');
    return new Beside(id, other);
  }
}

const ofArchive = {
  name: 'archive',
  title: 'The archive',
  entities: [
    entity('visit', [
      ['day', 'date'],
      ['note', 'text'],
    ]),
  ],
  terms: { kind: 'task', email: 'archive@council.example' },
};
const ofLibrary = {
  name: 'library',
  title: 'The library',
  entities: [
    entity('loan', [
      ['book', 'text'],
      ['lent', 'date'],
    ]),
  ],
  terms: { kind: 'task-queue', ...library, workflowType: 'AnswerDuly' },
};
const ofHousing = (url: string) => ({
  name: 'housing',
  title: 'The housing system',
  entities: [entity('tenancy', [['rent', 'decimal']])],
  terms: { kind: 'webhook', url },
});
const statement = 'SELECT amount, paid FROM fine WHERE email = $1';
const ofFines = (connection: string) => ({
  name: 'fines',
  title: 'Parking fines',
  entities: [
    entity('fine', [
      ['amount', 'decimal'],
      ['paid', 'boolean'],
    ]),
  ],
  terms: {
    kind: 'postgresql',
    queries: [{ entity: 'fine', statement, parameters: ['email'] }],
    seconds: 10,
    rows: 100,
  },
  connection,
});
/** Broken: nobody can sign in there any more. */
const ofTolls = (connection: string) => ({
  ...ofFines(connection.replace(':reader@', ':forgotten@')),
  name: 'tolls',
  title: 'Bridge tolls',
});
