import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '@duly/infra';
import { CaseLife } from './journeys/case-life.js';
import { duly } from './journeys/duly-command.js';
import { Journey } from './journeys/journey.js';
import { canary, canaryWords } from './journeys/letter-of-request.js';

let journey: Journey;
let folder: string;
beforeAll(async () => {
  journey = await Journey.begin();
  folder = mkdtempSync(join(tmpdir(), 'duly-audit-'));
});
afterAll(async () => {
  await journey.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('an auditor at the command line', () => {
  it('judges every case of a request while they are open, and a case by its id', async () => {
    const life = await CaseLife.open(journey, { rights: ['access', 'erasure'] });
    await life.happens('NoticeGiven');
    await life.sister(1).happens('NoticeGiven');
    const both = await duly(journey, ['replay', life.opened.reference]);
    expect(both).toMatchObject({ code: 0, errors: '' });
    expect(both.out).toContain(`Case ${life.opened.reference}-1`);
    expect(both.out).toContain(`Case ${life.opened.reference}-2`);

    await life.windTo('2036-04-21T10:00:00Z');
    await life.give('extend-time', { ground: 'complexity', reasons: 'Four systems must be searched.' });
    await life.happens('TimeExtended');
    expect(await duly(journey, ['replay', life.id])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Good: '),
    });
  });

  it('keeps a file that is judged without any server, with nothing in it of a person', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const file = join(folder, 'case.json');
    expect(await duly(journey, ['history', `${life.opened.reference}-1`, '--out', file])).toMatchObject({
      code: 0,
    });
    const text = readFileSync(file, 'utf8');
    const carried = [...text.matchAll(/"data": ?"([^"]+)"/g)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString(),
    );
    for (const secret of [canary, canaryWords, 'marrowbone']) {
      expect(text).not.toContain(secret);
      expect(carried.join('\n')).not.toContain(secret);
    }
    const nowhere = `127.0.0.1:${await freePort()}`;
    const offline = {
      TEMPORAL_ADDRESS: nowhere,
      API_URL: `http://${nowhere}`,
      OIDC_ISSUER: `http://${nowhere}`,
    };
    expect(await duly(journey, ['replay', file], offline)).toMatchObject({ code: 0 });
  });

  it('finds a row that somebody changed in the database', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const database = new pg.Client({ connectionString: journey.servers.database.url });
    await database.connect();
    await database.query(`UPDATE register.case_row SET due_date = '2036-05-30' WHERE case_id = $1`, [
      life.id,
    ]);
    await database.end();
    const found = await duly(journey, ['replay', life.id]);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(
      /dueDate is 2036-05-30 in the register; after event 2 \(NoticeGiven\) it is 2036-04-30/,
    );
  });

  it('finds an event that somebody took out of the database', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const database = new pg.Client({ connectionString: journey.servers.database.url });
    await database.connect();
    await database.query('DELETE FROM register.timeline WHERE case_id = $1 AND number = 2', [life.id]);
    await database.end();
    const found = await duly(journey, ['replay', life.id]);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/event 2 \(NoticeGiven\) is missing in the register/);
  });

  it('is told where it cannot be told', async () => {
    const unknown = await duly(journey, ['replay', 'DR-2036-999999-1']);
    expect(unknown).toMatchObject({ code: 2, errors: expect.stringMatching(/no case DR-2036-999999-1/) });
    const nowhere = `127.0.0.1:${await freePort()}`;
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const reference = `${life.opened.reference}-1`;
    const noApi = await duly(journey, ['replay', reference], { API_URL: `http://${nowhere}` });
    expect(noApi).toMatchObject({ code: 2, errors: expect.stringMatching(/API does not answer.*API_URL/) });
    const noRight = await duly(journey, ['replay', reference], { API_TOKEN: 'not.a.token' });
    expect(noRight).toMatchObject({ code: 2, errors: expect.stringMatching(/HTTP 401/) });
  });
});
