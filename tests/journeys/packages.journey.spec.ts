import { randomUUID } from 'node:crypto';
import type { PackagesView, PasswordShown, RecordsView, ReviewView } from '@duly/api-contract';
import { until } from '@duly/infra';
import type { EntityHeld } from '@duly/register';
import type { ApiCaller } from './api-caller.js';
import { CaseLife } from './case-life.js';
import { Shelf } from './collected.js';
import { contentOf, packageOf } from './disclosing.js';
import { Journey } from './journey.js';
import { openedZip } from './opened-zip.js';

const canary = 'Wilhelmina Canaryfield';
const secret = 'of the neighbour Zoltan';

const field = (name: string, type: 'text' | 'integer') =>
  ({ name, type, description: `The ${name}`, origin: 'provided', basis: 'contract' }) as const;
const entities: readonly EntityHeld[] = [
  {
    name: 'notes',
    description: 'Notes of calls',
    fields: [field('note', 'text'), field('other', 'text'), field('number', 'integer')],
  },
  { name: 'orders', description: 'Orders', fields: [field('item', 'text')] },
];
const notes = [
  { note: `${canary} rang 👩‍👩‍👧‍👦`, other: secret, number: 1 },
  { note: 'second', other: secret, number: 2 },
];
const ndjson = [notes.map(one => JSON.stringify(one)).join('\n'), '{"item":"=1+1"}\n'];

let journey: Journey;
let shelf: Shelf;
let handler: ApiCaller;
beforeAll(async () => {
  journey = await Journey.begin({ settings: { REVIEW_PACKAGES: 'two' } });
  shelf = await Shelf.of(journey);
  handler = await journey.as('handler');
}, 180_000);
afterAll(async () => {
  await shelf.close();
  await journey.end();
});

const open = () => CaseLife.open(journey, { subject: { name: canary, email: 'wilhelmina@people.example' } });
const review = (life: CaseLife) => handler.read<ReviewView>(`/v1/cases/${life.id}/review`);
const mark = (life: CaseLife, item: string, body: object) =>
  handler.done<ReviewView>(`/v1/cases/${life.id}/review/items/${item}`, body);
const finish = async (life: CaseLife, by = 'manager') => {
  const { version } = await review(life);
  return (await journey.as(by)).done<ReviewView>(`/v1/cases/${life.id}/review/finish`, { version });
};
describe('a package', () => {
  it('is refused before anything was collected, and before it is reviewed by two', async () => {
    const life = await open();
    const path = `/v1/cases/${life.id}/package`;
    expect((await handler.refused(path, {})).body.code).toBe('not-collected');
    const { records } = await shelf.collected(life, entities, ndjson, 'As it is held.');
    expect((await handler.refused(path, {})).body.code).toBe('not-reviewed');
    const { items, isFinished, version } = await review(life);
    expect([isFinished, items.map(({ missing }) => missing)]).toEqual([
      false,
      [['nobody-has-looked'], ['nobody-has-looked'], ['nobody-has-looked']],
    ]);
    const finishing = `/v1/cases/${life.id}/review/finish`;
    expect((await handler.refused(finishing, { version })).body.code).toBe('review-incomplete');
    for (const { id } of items) await mark(life, id, { mark: 'seen' });
    expect((await handler.refused(finishing, { version })).body.code).toBe('review-changed');
    expect((await finish(life, 'handler')).isFinished).toBe(false);
    expect((await handler.refused(path, {})).body.code).toBe('not-reviewed');
    expect((await finish(life, 'manager')).isFinished).toBe(true);
    // What nobody has scanned would be missing from the copy, and nobody would see it.
    const scanState = (state: string) =>
      shelf.register.database.change('UPDATE register.document SET scan_state = $2 WHERE document_id = $1', [
        records[0] ?? null,
        state,
      ]);
    await scanState('waiting');
    expect((await review(life)).notClean).toBe(1);
    expect((await handler.refused(finishing, { version })).body.code).toBe('review-changed');
    const now = { version: (await review(life)).version };
    expect((await handler.refused(finishing, now)).body.code).toBe('not-clean');
    expect((await handler.refused(path, {})).body.code).toBe('not-clean');
    await scanState('clean');
    const page = await handler.read<RecordsView>(
      `/v1/cases/${life.id}/review/items/${records[0]}/records?from=2&limit=1`,
    );
    expect(page).toEqual({ from: 2, records: [notes[1]], next: null });
    const nowhere = `/v1/cases/${life.id}/review/items/${randomUUID()}`;
    expect((await handler.refused(nowhere, { mark: 'seen' })).body.code).toBe('no-such-item');
  });

  it('holds what was collected in every format, without what is redacted and withheld, which its manifest lists', async () => {
    const life = await open();
    const { name, records, original } = await shelf.collected(life, entities, ndjson, 'As it is held.');
    const [noted, ordered] = records as [string, string];
    const redaction = {
      mark: 'redact',
      fields: ['other'],
      records: [2],
      because: 'other-person',
      words: 'The neighbour.',
    };
    await mark(life, noted, { mark: 'third-party', words: 'Tells of the neighbour.' });
    const item = `/v1/cases/${life.id}/review/items/${noted}`;
    const exempt = { mark: 'withhold', because: 'exemption', exemption: 99, words: 'Advice.' };
    expect((await handler.refused(item, exempt)).body.code).toBe('exemption-not-in-force');
    expect((await handler.refused(item, { ...redaction, fields: ['none'] })).body.code).toBe(
      'redacts-nothing',
    );
    await mark(life, noted, redaction);
    const wrong = await mark(life, ordered, { mark: 'withhold', because: 'not-in-scope', words: 'A slip.' });
    const slip = wrong.items.find(({ id }) => id === ordered)?.marks[0]?.id ?? '';
    const takingBack = `/v1/cases/${life.id}/review/marks/${slip}/take-back`;
    await handler.done(takingBack, {});
    expect((await handler.refused(takingBack, {})).body.code).toBe('no-such-mark');
    await mark(life, ordered, { mark: 'seen' });
    await mark(life, original, { mark: 'withhold', because: 'not-in-scope', words: 'Not about the person.' });
    await finish(life);
    await handler.done(`/v1/cases/${life.id}/package`, {});
    const made = await packageOf(life);
    expect(made).toMatchObject({ number: 1, isUpToDate: true, waitsFor: null, failedBecause: null });
    expect(made.progress.written).toBe(made.progress.files);
    const files = await openedZip(await contentOf(life, made));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        `data/csv/${name}.notes.csv`,
        `data/json/${name}.notes.json`,
        `data/xml/${name}.notes.xml`,
        `data/rdf/${name}.notes.jsonld`,
        'overview.html',
        'manifest.json',
      ]),
    );
    const whole = [...files.values()].join('\n');
    for (const gone of [secret, 'second', 'As it is held']) expect(whole).not.toContain(gone);
    expect(JSON.parse(files.get(`data/json/${name}.notes.json`) ?? '')).toMatchObject({
      records: [{ note: notes[0]?.note, number: 1 }],
    });
    const manifest = JSON.parse(files.get('manifest.json') ?? '') as {
      leftOut: object[];
      entities: { fields: { name: string }[] }[];
    };
    expect(manifest.leftOut).toEqual([
      expect.objectContaining({ source: name, entity: 'notes', fields: ['other'] }),
      expect.objectContaining({ source: name, entity: 'notes', records: 1 }),
      expect.objectContaining({ source: name, what: 'everything' }),
    ]);
    expect(manifest.entities[0]?.fields.map(one => one.name)).toEqual(['note', 'number']);
    await mark(life, ordered, {
      mark: 'redact',
      records: [1],
      because: 'not-in-scope',
      words: 'Test order.',
    });
    const again = await handler.read<PackagesView>(`/v1/cases/${life.id}/package`);
    expect(again.package?.isUpToDate).toBe(false);
    const old = await handler.get<{ code: string }>(`/v1/cases/${life.id}/packages/${made.id}/content`);
    expect(old.body.code).toBe('not-reviewed');
  });

  it('keeps back what an exemption in force covers, gives a redacted document in the place of another, and asks nobody once it is closed', async () => {
    const life = await open();
    const { name, records, original } = await shelf.collected(
      life,
      entities,
      ndjson,
      'Name of the informer.',
    );
    const [noted, ordered] = records as [string, string];
    const told = {
      exemption: 'legal_professional_privilege',
      words: 'Advice.',
      reasons: 'It is advice about a claim.',
    };
    await life.give('apply-exemption', { ...told, isTold: true });
    const { number } = await life.happens('ExemptionApplied');
    const because = { because: 'exemption', exemption: number, words: 'Advice on the claim.' };
    const withholding = { mark: 'withhold', ...because };
    const notedPath = `/v1/cases/${life.id}/review/items/${noted}`;
    expect((await handler.refused(notedPath, withholding)).body.code).toBe('exemption-not-in-force');
    const agreed = { applied: number, agrees: true, reasons: 'Advice, and nothing else.' };
    await (await journey.as('approver')).done(`/v1/cases/${life.id}/review-exemption`, agreed);
    await life.happens('ExemptionReviewed');
    await mark(life, noted, withholding);
    await mark(life, ordered, { mark: 'seen' });
    // A paper of the case is no part of the copy; here it is what goes in the document's place.
    const paper = await shelf.keep(life, 'Name of the [left out].', {
      askId: null,
      entity: null,
      called: 'redacted.txt',
    });
    await shelf.register.database.change(
      "UPDATE register.document SET purpose = 'requester-paper' WHERE document_id = $1",
      [paper],
    );
    const redaction = { mark: 'redact', because: 'other-person', words: 'Names the informer.' };
    expect(
      (await handler.refused(`/v1/cases/${life.id}/review/items/${original}`, redaction)).body.code,
    ).toBe('redacts-nothing');
    await mark(life, original, { ...redaction, replacedBy: paper });
    const removed = (when: string) =>
      shelf.register.database.change(
        `UPDATE register.document SET removed_at = ${when} WHERE document_id = $1`,
        [paper],
      );
    await removed('now()');
    expect((await review(life)).items.find(({ id }) => id === original)?.missing).toEqual([
      'redacted-document-gone',
    ]);
    await removed('NULL');
    await finish(life);
    await handler.done(`/v1/cases/${life.id}/package`, {});
    const files = await openedZip(await contentOf(life, await packageOf(life)));
    expect(files.get(`documents/${name}/0001.txt`)).toBe('Name of the [left out].');
    expect([...files.values()].join('\n')).not.toContain('informer');
    expect([...files.keys()].filter(path => path.includes('notes'))).toEqual([]);
    const { leftOut } = JSON.parse(files.get('manifest.json') ?? '') as { leftOut: { because: string }[] };
    expect(leftOut).toEqual([
      expect.objectContaining({
        entity: 'notes',
        what: 'everything',
        because: expect.stringContaining('Sch 2 para 19'),
      }),
      expect.objectContaining({ what: 'parts of a document' }),
    ]);
    await life.give('withdraw', { on: '2036-03-31', words: 'I have it already.' });
    await life.happens('RequestWithdrawn');
    await until('The closing in the register', 30, async () => (await life.view()).closedOn ?? undefined);
    expect((await handler.refused(`/v1/cases/${life.id}/collect`, {})).body.code).toBe('case-closed');
  });

  it('with a password shows it to a member of staff, and goes on where a worker was killed', async () => {
    const life = await open();
    const { records, original } = await shelf.collected(life, entities, ndjson, 'As it is held.');
    for (const id of [...records, original]) await mark(life, id, { mark: 'seen' });
    await finish(life);
    await journey.worker.kill();
    const path = `/v1/cases/${life.id}/package`;
    await handler.done(path, { encrypted: true });
    expect((await handler.refused(path, {})).body.code).toBe('package-under-way');
    const waiting = (await handler.read<PackagesView>(path)).package!;
    const content = await handler.get<{ code: string }>(
      `/v1/cases/${life.id}/packages/${waiting.id}/content`,
    );
    expect(content.body.code).toBe('package-not-ready');
    await journey.startWorker();
    const made = await packageOf(life);
    const { password } = (
      await handler.post<PasswordShown>(`/v1/cases/${life.id}/packages/${made.id}/password`, {})
    ).body;
    expect(password).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/);
    const zip = await contentOf(life, made);
    expect(zip.includes('rang')).toBe(false);
    await shelf.register.database.change(
      'UPDATE register.package SET keep_until = now() WHERE package_id = $1',
      [made.id],
    );
    await until(
      'The end of the package',
      30,
      async () => (await handler.read<PackagesView>(path)).package?.state === 'destroyed' || undefined,
    );
    const gone = await handler.get<{ code: string }>(`/v1/cases/${life.id}/packages/${made.id}/content`);
    expect(gone.body.code).toBe('package-gone');
    expect(
      (await handler.refused(`/v1/cases/${life.id}/packages/${randomUUID()}/password`, {})).body.code,
    ).toBe('no-such-package');
  });
});
