import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import type { Readiness } from '@duly/api-contract';
import { keepingIdOf, workflowIdOf } from '@duly/case-protocol';
import { until } from '@duly/infra';
import { CaseLife } from './case-life.js';
import { duly } from './duly-command.js';
import { Journey } from './journey.js';
import { inArchive } from '../tampering/in-archive.js';
import type { OpenHistory } from '../tampering/in-histories.js';
import { pickFor, seeds, type KindIn } from '../tampering/kinds.js';

let journey: Journey;
let archive: string;
let owner: pg.Client;

beforeAll(async () => {
  archive = mkdtempSync(join(tmpdir(), 'duly-archive-'));
  journey = await Journey.begin({ settings: { HISTORY_ARCHIVE: archive } });
  owner = new pg.Client({ connectionString: journey.servers.database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await journey.end();
  rmSync(archive, { recursive: true, force: true });
});

const queue = (): string => journey.environment['TEMPORAL_TASK_QUEUE'] ?? '';

/** What the interval of the schedule would do by itself some minutes later. */
const archiveNow = (): Promise<void> =>
  journey.temporal.schedule.getHandle(keepingIdOf('historyArchive', queue())).trigger('SKIP');

interface Archived {
  readonly run: number;
  readonly file: string;
}

async function archivedRuns({ id }: CaseLife): Promise<readonly Archived[]> {
  const { rows } = await owner.query<Archived>(
    'SELECT run, file FROM register.history_run WHERE case_id = $1 AND archived_at IS NOT NULL ORDER BY run',
    [id],
  );
  return rows;
}

/** A run that was seen to go on is looked at again a minute later; here at once. */
const lookAgain = () =>
  owner.query(
    'UPDATE register.history_run SET next_try = now() WHERE archived_at IS NULL AND lost_at IS NULL',
  );

async function untilArchived(life: CaseLife, many = 1): Promise<readonly Archived[]> {
  return until(`the archive of case ${life.id}`, 60, async () => {
    await lookAgain();
    await archiveNow();
    const runs = await archivedRuns(life);
    return runs.length >= many ? runs : undefined;
  });
}

/** What retention does to a closed run, once its days are over. */
async function retentionTakes({ id }: CaseLife): Promise<void> {
  const { namespace } = journey.temporal.options;
  await journey.temporal.workflowService.deleteWorkflowExecution({
    namespace,
    workflowExecution: { workflowId: workflowIdOf(id) },
  });
  await until('the end of the history in Temporal', 120, () =>
    journey.temporal.workflow
      .getHandle(workflowIdOf(id))
      .describe()
      .then(
        () => undefined,
        () => true as const,
      ),
  );
}

async function withdrawn(): Promise<CaseLife> {
  const life = await CaseLife.open(journey);
  await life.happens('NoticeGiven');
  await life.give('withdraw', { on: '2036-03-31', words: 'Please forget about it.' });
  await life.happens('RequestWithdrawn');
  return life;
}

const pathOf = (file: string): string => join(archive, file.slice(0, 2), `${file}.json.gz`);

const archivedFiles = (): readonly string[] =>
  readdirSync(archive, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.json.gz'));

describe('a closed case', () => {
  it('outlives Temporal’s retention: replay, bundle and comparison go by the archive, and it can be reopened', async () => {
    const life = await withdrawn();
    const [archived] = await untilArchived(life);
    expect(JSON.parse(gunzipSync(readFileSync(pathOf(archived?.file ?? ''))).toString())).toHaveProperty(
      'events',
    );
    const auditor = await journey.as('auditor');
    const { body: before } = await auditor.get(`/v1/cases/${life.id}/histories`);
    expect(before).toMatchObject({ runs: [{ run: 1, source: 'temporal' }] });

    await retentionTakes(life);
    const { body: after } = await auditor.get(`/v1/cases/${life.id}/histories`);
    expect(after).toMatchObject({ runs: [{ run: 1, source: 'archive' }] });
    expect(await duly(journey, ['replay', life.id])).toMatchObject({ code: 0, errors: '' });
    const file = join(journey.folder, 'archived.json');
    expect(await duly(journey, ['audit', 'export', life.id, '--out', file])).toMatchObject({ code: 0 });
    const key = (await duly(journey, ['audit', 'key'])).out.trim();
    expect(await duly(journey, ['verify', file, '--key', key])).toMatchObject({ code: 0, errors: '' });
    expect(await duly(journey, ['rebuild', '--check'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Good: the register is what the histories say/),
    });

    await life.give('reopen', { reasons: 'They wrote again.' });
    await life.happens('CaseReopened');
    expect(await duly(journey, ['replay', life.id])).toMatchObject({ code: 0, errors: '' });
    const entries = (await auditor.get(`/v1/requests/${life.opened.request}/audit`)).body as {
      entries: { action: string; detail: { file?: string } }[];
    };
    expect(entries.entries.find(({ action }) => action === 'HistoryArchived')?.detail.file).toBe(
      archived?.file,
    );
  }, 240_000);

  it('whose history was changed in the archive in any way is found out, and said to be', async () => {
    const life = await withdrawn();
    const [{ file } = { file: '' }] = await untilArchived(life);
    const other = await withdrawn();
    const [{ file: another } = { file: '' }] = await untilArchived(other);
    await retentionTakes(life);
    await retentionTakes(other);
    const path = pathOf(file);
    const kept = readFileSync(path);
    const strange = JSON.parse(gunzipSync(readFileSync(pathOf(another))).toString()) as OpenHistory;
    const [seed = 0] = seeds;
    for (const kind of Object.keys(inArchive) as KindIn<'archive'>[]) {
      inArchive[kind](path, pickFor(seed, kind), strange);
      const found = await duly(journey, ['replay', life.id]);
      expect([seed, kind, found.code, found.errors]).toEqual([
        seed,
        kind,
        2,
        expect.stringMatching(/A history of this case is in the archive and is (changed|missing|not whole)/),
      ]);
      writeFileSync(path, kept);
    }
    expect(await duly(journey, ['replay', life.id])).toMatchObject({ code: 0 });
    // The register's own record of it, changed by whoever owns the database, is held against the signed log.
    await owner.query('UPDATE register.history_run SET file = $2 WHERE case_id = $1', [life.id, another]);
    const swapped = await duly(journey, ['replay', life.id]);
    expect(swapped.code).toBe(2);
    await owner.query('UPDATE register.history_run SET file = $2 WHERE case_id = $1', [life.id, file]);
    expect(readdirSync(archive, { recursive: true }).filter(name => String(name).endsWith('.part'))).toEqual(
      [],
    );
  }, 240_000);

  it('whose worker dies between the file and its row has one file all the same, and loses nothing', async () => {
    const life = await withdrawn();
    const before = archivedFiles();
    await owner.query(`CREATE FUNCTION register.spec_dies() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`);
    await owner.query(`CREATE TRIGGER spec_dies BEFORE UPDATE OF archived_at ON register.history_run
      FOR EACH ROW WHEN (NEW.archived_at IS NOT NULL) EXECUTE FUNCTION register.spec_dies()`);
    await until('the file', 60, async () => {
      await lookAgain();
      await archiveNow();
      return archivedFiles().length > before.length || undefined;
    });
    expect(await archivedRuns(life)).toEqual([]);
    await owner.query('DROP TRIGGER spec_dies ON register.history_run');
    const [{ file } = { file: '' }] = await untilArchived(life);
    const made = archivedFiles().filter(name => !before.includes(name));
    expect(made).toEqual([join(file.slice(0, 2), `${file}.json.gz`)]);
    expect(await duly(journey, ['replay', life.id])).toMatchObject({ code: 0, errors: '' });
  }, 240_000);

  it('whose history retention took before it was archived is an alarm: readiness, figure and entry say so', async () => {
    const life = await withdrawn();
    await until('the end of the run', 30, async () => {
      const { status } = await journey.temporal.workflow.getHandle(workflowIdOf(life.id)).describe();
      return status.name === 'RUNNING' ? undefined : true;
    });
    await owner.query('UPDATE register.history_run SET next_try = now() + $2::interval WHERE case_id = $1', [
      life.id,
      '1 hour',
    ]);
    expect(await archivedRuns(life)).toEqual([]);
    await retentionTakes(life);
    await until('the loss', 60, async () => {
      await lookAgain();
      await archiveNow();
      const { rows } = await owner.query(
        'SELECT FROM register.history_run WHERE case_id = $1 AND lost_at IS NOT NULL',
        [life.id],
      );
      return rows.length > 0 ? true : undefined;
    });
    const ready = (await (await fetch(`${journey.url}/health/ready`)).json()) as Readiness;
    expect(ready).toMatchObject({ status: 'ready', alarms: ['histories-lost'] });
    const { body } = await (await journey.as('auditor')).get(`/v1/requests/${life.opened.request}/audit`);
    expect(JSON.stringify(body)).toContain('HistoryLost');
    expect(await duly(journey, ['replay', life.id])).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/Neither Temporal nor the archive has a history/),
    });
    expect(await duly(journey, ['rebuild', '--check'])).toMatchObject({
      code: 2,
      out: expect.stringContaining(`case ${life.id} has no history`),
    });
  }, 240_000);
});

describe('the register', () => {
  it('is written again from histories and archive, whatever was changed in it; who holds a task stays', async () => {
    const life = await CaseLife.open(journey);
    await life.happens('NoticeGiven');
    const archivedOne = await withdrawn();
    await untilArchived(archivedOne);
    await retentionTakes(archivedOne);
    const task = (
      await owner.query<{ task_id: string }>('SELECT task_id FROM register.task WHERE case_id = $1', [
        life.id,
      ])
    ).rows[0]?.task_id;
    await life.handler.done(`/v1/tasks/${task ?? ''}/claim`, {});
    const rows = async () =>
      (
        await owner.query(
          `SELECT to_jsonb(c) AS row FROM register.case_row c WHERE case_id = ANY($1)
           UNION ALL SELECT to_jsonb(t) FROM register.task t WHERE case_id = ANY($1)
           UNION ALL SELECT to_jsonb(t) FROM register.timeline t WHERE case_id = ANY($1) ORDER BY 1`,
          [[life.id, archivedOne.id]],
        )
      ).rows as unknown[];
    const before = await rows();

    await owner.query(`UPDATE register.case_row SET due_date = '2036-07-07' WHERE case_id = $1`, [life.id]);
    await owner.query('DELETE FROM register.timeline WHERE case_id = $1 AND number = 2', [life.id]);
    await owner.query('DELETE FROM register.task WHERE case_id = $1 AND task_id <> $2', [life.id, task]);
    await owner.query(`UPDATE register.case_row SET outcome = 'refused' WHERE case_id = $1`, [
      archivedOne.id,
    ]);
    const found = await duly(journey, ['rebuild', '--check']);
    expect(found.code).toBe(1);
    expect(found.out).toContain(`case ${life.id} is other than its histories say`);
    expect(found.out).toMatch(/case_row: .*due_date/);
    expect(found.out).toContain('timeline 2 is missing');
    expect(found.out).toMatch(/case_row: outcome/);
    expect(await rows()).not.toEqual(before);
    const ready = (await (await fetch(`${journey.url}/health/ready`)).json()) as Readiness;
    expect(ready.alarms).toContain('register-drifts');

    expect(await duly(journey, ['rebuild'])).toMatchObject({ code: 1 });
    expect(await rows()).toEqual(before);
    expect((await duly(journey, ['rebuild', '--check'])).out).toMatch(/ 0 differed/);
  }, 240_000);
});
