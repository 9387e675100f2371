import type { DocumentsView } from '@duly/api-contract';
import { until } from '@duly/infra';
import { SourceOffice } from './source-office.js';

let office: SourceOffice;
beforeAll(async () => {
  office = await SourceOffice.begin();
}, 180_000);
afterEach(() => office.clear());
afterAll(() => office.end());

describe('a PostgreSQL source', () => {
  it('is asked by a role that may only read, gives every number to its last digit, and nothing of anybody else', async () => {
    await office.registered(office.ofFines());
    const life = await office.open();
    await office.collect(life);
    await office.isComplete(life);
    expect(await office.askOf(life, 'fines')).toMatchObject({
      answer: 'found',
      documents: 1,
      answeredBy: 'source',
    });
    const document = await until('The records, clean', 60, async () => {
      const { documents } = await life.handler.read<DocumentsView>(`/v1/cases/${life.id}/documents`);
      return documents.find(({ scan }) => scan === 'clean');
    });
    const response = await fetch(`${office.journey.url}/v1/cases/${life.id}/documents/${document.id}`, {
      headers: { authorization: `Bearer ${office.handlerToken}` },
    });
    expect((await response.text()).trim().split('\n')).toEqual([
      '{"amount":"12.50","paid":true,"at":"2036-01-02T03:04:05+00:00"}',
      '{"amount":"9007199254740993.10","paid":false,"at":null}',
    ]);
  });

  it.each([
    ['whose role may write', () => office.place.url, undefined, 'role-may-write'],
    [
      'whose query takes too long',
      () => office.readerUrl,
      'SELECT 1 AS amount, true AS paid, now() AS at FROM pg_sleep(60) WHERE $1::text IS NOT NULL',
      'took-too-long',
    ],
    [
      'whose query gives too many rows',
      () => office.readerUrl,
      'SELECT n AS amount, true AS paid, now() AS at FROM generate_series(1, 5000) n WHERE $1::text IS NOT NULL',
      'too-many-rows',
    ],
    [
      'whose query would write',
      () => office.readerUrl,
      'WITH gone AS (DELETE FROM fine RETURNING 1) SELECT 1 AS amount WHERE $1::text IS NOT NULL',
      'query-refused',
    ],
    [
      'whose rows nobody described',
      () => office.readerUrl,
      'SELECT email FROM fine WHERE email = $1',
      'records-refused',
    ],
  ])('%s is tried again later, and says why', async (_what, connection, statement, because) => {
    const body = office.ofFines(connection(), statement, 2);
    await office.registered(body);
    const life = await office.open();
    await office.collect(life);
    const failing = await office.hasAsk(life, 'fines', ({ failure }) => failure !== null);
    expect(failing).toMatchObject({ failure: because, documents: 0 });
  });
});
