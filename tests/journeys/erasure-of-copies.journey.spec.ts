import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DeliveryPrepared } from '@duly/api-contract';
import { keepingIdOf } from '@duly/case-protocol';
import { until } from '@duly/infra';
import type { EntityHeld } from '@duly/register';
import { isErased } from '@duly/vault';
import { filesBelow, placesOf } from './canary-search.js';
import { CaseLife } from './case-life.js';
import { Shelf } from './collected.js';
import { built } from './disclosing.js';
import { duly } from './duly-command.js';
import { erased, nothingAgainst, putPeriod, tried } from './erasing.js';
import { Journey } from './journey.js';
import { canary, canaryWords } from './letter-of-request.js';

let journey: Journey;
let shelf: Shelf;
let archive: string;
beforeAll(async () => {
  archive = mkdtempSync(join(tmpdir(), 'duly-archive-'));
  const settings = { HISTORY_ARCHIVE: archive, ERASURE_WARNINGS: 'P0D,P0D', RETENTION_EVERY: 'PT1S' };
  journey = await Journey.begin({ settings });
  shelf = await Shelf.of(journey);
  await putPeriod(journey, 'P0D');
}, 180_000);
afterAll(async () => {
  await shelf.close();
  await journey.end();
  rmSync(archive, { recursive: true, force: true });
});

const posted = 'AB123456789GB';
const answer = 'The stall stood by the old pier.';
const secrets = [canary, canaryWords, 'marrowbone.example', '2 Quillon Row', '960001', posted, answer];
const subject = {
  name: canary,
  email: 'quillon@marrowbone.example',
  phone: '+44 1632 960001',
  postalAddress: '2 Quillon Row\nExampleton',
};
const entities: readonly EntityHeld[] = [
  {
    name: 'notes',
    description: 'Notes of calls',
    fields: [{ name: 'note', type: 'text', description: 'The note', origin: 'provided', basis: 'contract' }],
  },
];

/** Records and a document were collected, reviewed and packed; the copy went by post with the answer. */
async function answeredByPost(): Promise<{ readonly life: CaseLife; readonly packageId: string }> {
  const life = await CaseLife.open(journey, { subject });
  const document = `${canary} rang about ${canaryWords}.`;
  await shelf.collected(life, entities, [`{"note":"${canary} rang"}\n`], document);
  await shelf.keep(life, document, { askId: null, entity: null, called: `${canary}.txt` });
  const { id: packageId } = await built(life, { encrypted: true });
  const deliveries = `/v1/cases/${life.id}/deliveries`;
  const { delivery } = await life.handler.done<DeliveryPrepared>(deliveries, { way: 'post' });
  await life.give('answer', { extent: 'wholly', words: answer, delivery });
  await life.happens('RequestAnswered');
  await until(
    'The task',
    30,
    async () => (await life.view()).tasks.some(({ kind }) => kind === 'post-package') || undefined,
  );
  await life.handler.done(`${deliveries}/${delivery}/record-posted`, { words: posted });
  return { life, packageId };
}

const archived = (): Promise<true> =>
  until('The archived history', 60, async () => {
    const queue = journey.environment['TEMPORAL_TASK_QUEUE'] ?? '';
    await journey.temporal.schedule.getHandle(keepingIdOf('historyArchive', queue)).trigger('SKIP');
    return (
      readdirSync(archive, { recursive: true }).some(name => String(name).endsWith('.json.gz')) || undefined
    );
  });

describe('a search for a name', () => {
  it('finds it in a file, packed or written in base64, and in a row', async () => {
    const place = (name: string) => join(journey.folder, name);
    const planted = {
      'plain.txt': canary,
      'packed.gz': gzipSync(canary),
      'b64.json': Buffer.from(`a letter of ${canary}`).toString('base64'),
    };
    for (const [name, content] of Object.entries(planted)) writeFileSync(place(name), content);
    expect(await placesOf([canary], journey)).toEqual(
      expect.arrayContaining(Object.keys(planted).map(name => `file: ${place(name)}`)),
    );
    for (const name of Object.keys(planted)) rmSync(place(name));
    const words = `${canary} in a row`;
    await shelf.register.database.change(
      `INSERT INTO register.saved_view (view_id, staff_id, title, filter) VALUES ($1, 'spec', $2, '{}')`,
      [randomUUID(), words],
    );
    expect(await placesOf([words], journey)).toEqual(['table: register.saved_view']);
    await shelf.register.database.change('DELETE FROM register.saved_view WHERE title = $1', [words]);
  });
});

describe('a copy of a person’s data, what it was made of and how it went', () => {
  it('is erased with the request: in no row, history, archive, store or log can it be read; replay and comparison still pass', async () => {
    const { life, packageId } = await answeredByPost();
    await archived();
    const { request } = life.opened;
    const stored = join(journey.environment['DOCUMENTS_FOLDER'] ?? '', request);
    const before = await nothingAgainst(journey, life);
    expect(before.removed.documents).toBe(filesBelow(stored).length);
    expect(before.removed.documents).toBeGreaterThan(3);
    // The name of each document, the password of the package, its hash, what was said of the posting: words all of them.
    expect(before.removed.words).toBeGreaterThan(5);

    const { certificate } = await erased(journey, life);
    expect(certificate.removed).toMatchObject({
      documents: before.removed.documents,
      words: before.removed.words,
    });
    expect(certificate.keys.map(({ of }) => of).sort()).toEqual(['case', 'copy', 'request']);
    expect(await placesOf(secrets, journey)).toEqual([]);
    expect(
      filesBelow(journey.environment['DOCUMENTS_FOLDER'] ?? '').filter(path => path.includes(request)),
    ).toEqual([]);
    expect((await tried(journey, life)).removed).toMatchObject({ documents: 0, words: 0 });
    const place = { copyId: packageId, requestId: request, caseId: life.id, partId: packageId };
    expect(isErased(await shelf.vault.commitments.openings({ requestId: request }, ['any']))).toBe(true);
    expect(isErased(await shelf.vault.openCopy(place, nothing()))).toBe(true);

    expect(await duly(journey, ['replay', life.id])).toMatchObject({ code: 0, errors: '' });
    expect(await duly(journey, ['rebuild', '--check'])).toMatchObject({ code: 0, errors: '' });
  }, 240_000);
});

async function* nothing(): AsyncGenerator<Uint8Array> {
  // There is no byte left to be given.
}
