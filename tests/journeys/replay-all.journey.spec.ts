import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CaseLife } from './case-life.js';
import { duly } from './duly-command.js';
import { Journey } from './journey.js';

let journey: Journey;
let folder: string;

beforeAll(async () => {
  journey = await Journey.begin();
  folder = mkdtempSync(join(tmpdir(), 'duly-replay-all-'));
});
afterAll(async () => {
  await journey.end();
  rmSync(folder, { recursive: true, force: true });
});

const lines = (): string[] => readFileSync(join(folder, 'results.ndjson'), 'utf8').trim().split('\n');
const replayAll = () => duly(journey, ['replay', '--all', '--out', folder]);

describe('duly replay --all', () => {
  it('replays every case, open and closed, by the code that made it and by today’s; goes on where it was killed; names what is bad', async () => {
    const open = await CaseLife.open(journey);
    await open.happens('NoticeGiven');
    const closed = await CaseLife.open(journey);
    await closed.happens('NoticeGiven');
    await closed.give('withdraw', { on: '2036-03-31', words: 'Please forget about it.' });
    await closed.happens('RequestWithdrawn');

    const first = await replayAll();
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.out).toBe('2 cases, 4 replays: 4 good, 0 bad, 0 cannot be told.\n');
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(first.out);
    expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toContain('tests="4" failures="0" errors="0"');
    const { totals } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { totals: object };
    expect(totals).toEqual({ cases: 2, replays: 4, good: 4, bad: 0, cannotTell: 0 });

    // Killed in the middle of its second case: of the four lines three are whole.
    const [one = '', two = '', three = '', four = ''] = lines();
    writeFileSync(join(folder, 'results.ndjson'), [one, two, three, four.slice(0, 20)].join('\n'));
    expect((await replayAll()).out).toBe(first.out);
    expect(lines().slice(0, 3)).toEqual([one, two, three]);
    const after = lines().length;
    expect((await replayAll()).out).toBe(first.out);
    expect(lines()).toHaveLength(after);
    appendFileSync(join(folder, 'results.ndjson'), 'nonsense\n');

    const owner = new pg.Client({ connectionString: journey.servers.database.url });
    await owner.connect();
    await owner.query(
      `UPDATE register.case_row SET due_date = '2036-07-07', version = version WHERE case_id = $1`,
      [open.id],
    );
    await owner.end();
    rmSync(join(folder, 'results.ndjson'));
    const bad = await replayAll();
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/✗ Case .* by its own code\n.*dueDate is 2036-07-07/);
    expect(bad.out).toMatch(/2 cases, 4 replays: 2 good, 2 bad, 0 cannot be told\./);
    expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toContain('<failure message=');
  }, 240_000);

  it('says what is wrong with how it was asked', async () => {
    for (const args of [
      ['--all', 'DR-2036-000001-1'],
      ['--all', '--jobs', '0'],
      ['--jobs', 'x', 'some.json'],
    ])
      expect(await duly(journey, ['replay', ...args])).toMatchObject({ code: 2 });
  });
});
