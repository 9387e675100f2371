import type { CodeShown, IncomingView } from '@duly/api-contract';
import { collectionIdOf } from '@duly/case-protocol';
import { caseTime } from '@duly/testing';
import { readPdf } from '@duly/testing/read-pdf';
import { ensureNamespace } from '@duly/temporal';
import { auditOf, auditOfIncoming } from './audit-entries.js';
import type { CaseLife } from './case-life.js';
import { built, contentOf, fetched, linkIn } from './disclosing.js';
import { readByOthers, type Row } from './opened-formats.js';
import { openedBytes, openedZip } from './opened-zip.js';
import { entity, ofTeam } from './source-office.js';
import { startTeamWorker } from './team-worker.js';
import { mover, TwoControllers } from './two-controllers.js';

const namespace = 'moving-library';
const taskQueue = 'moving-library';
const who = { ...mover, phone: '+44 1632 960001' };

let both: TwoControllers;
let endTeam: () => Promise<void>;
beforeAll(async () => {
  both = await TwoControllers.begin();
  const { journey } = both.first;
  await ensureNamespace(journey.temporal.connection, namespace, 1);
  endTeam = await startTeamWorker(journey, { namespace, taskQueue });
}, 480_000);
afterAll(async () => {
  await endTeam();
  await both.end();
});

const ofLibrary = () => ({
  name: 'library',
  title: 'The library',
  entities: [entity('loan', ['book', 'text'], ['lent', 'date'])],
  terms: { kind: 'task-queue', namespace, taskQueue, workflowType: 'AnswerDuly' },
});

/** A database whose reader cannot sign in. */
function ofTolls() {
  const { readerUrl } = both.first;
  return { ...both.first.ofFines(readerUrl.replace(':reader@', ':wrong@')), name: 'tolls', title: 'Tolls' };
}

/** What a portability request is collected from, and what each holds of the person. */
const held: Readonly<Record<string, readonly Row[]>> = {
  'archive.visit': [
    { day: '2036-01-02', note: '=1+1, said Zoë 👩‍👩‍👧‍👦' },
    { day: '2036-01-03', note: null },
  ],
  'housing-system.tenancy': [{ rent: '9007199254740993.10' }],
  'fines.fine': [
    { amount: '12.50', paid: 'true', at: '2036-01-02T03:04:05+00:00' },
    { amount: '9007199254740993.10', paid: 'false', at: null },
  ],
  'library.loan': [{ book: 'Zoë’s 🐝 book', lent: '2036-01-02' }],
};
const letter = 'Dear \u202Bשלום\u202C, the keys are with the neighbour downstairs.';

/** The system answers at once, the library and the database by themselves. */
async function theQuickAnswer(life: CaseLife): Promise<void> {
  const { housing } = both.first;
  const { told } = await housing.message();
  await housing.records(told, 'tenancy', '{"rent":9007199254740993.10}\n');
  await housing.answer(told, { answer: 'found' });
  for (const name of ['housing-system', 'fines', 'library'])
    await both.first.hasAsk(life, name, ({ answer }) => answer === 'found');
}

/** Nobody in the archive answers for five working days; then a reminder, and then what it holds. */
async function theArchiveIsLate(life: CaseLife): Promise<void> {
  const { first } = both;
  const { id } = await first.hasAsk(life, 'archive', ({ state }) => state === 'asked');
  await caseTime(first.journey.temporal, collectionIdOf(life.id, 'collect')).windTo('2036-04-07T12:00:00Z');
  await life.windTo('2036-04-07T12:00:00Z');
  await first.hasAsk(life, 'archive', ({ chased }) => chased === 1);
  const { reference } = await life.view();
  await first.journey.servers.mail.letter(
    ({ subject }) => subject.startsWith('Reminder:') && subject.includes(reference),
  );
  const path = `/v1/cases/${life.id}/sources/${id}`;
  const records = (held['archive.visit'] ?? []).map(one => `${JSON.stringify(one)}\n`).join('');
  expect((await first.send(`${path}/records/visit`, records)).status).toBe(200);
  expect((await first.send(`${path}/documents`, letter, 'Letter of Zoë.txt')).status).toBe(200);
  await life.handler.done(`${path}/answer`, { answer: 'found' });
}

async function theTollsAreSetAside(life: CaseLife): Promise<void> {
  const broken = await both.first.hasAsk(life, 'tolls', ({ failure }) => failure !== null);
  expect(broken).toMatchObject({ state: 'waiting', failure: 'sign-in-refused' });
  const reasons = 'Switched off since January; its records went to the archive.';
  await life.handler.done(`/v1/cases/${life.id}/sources/${broken.id}/set-aside`, { reasons });
}

async function collected(life: CaseLife): Promise<void> {
  const { first } = both;
  for (const source of [first.ofFines(), ofTolls(), ofLibrary(), ofTeam(), first.ofHousing()])
    await first.registered(source);
  await first.collect(life);
  await theQuickAnswer(life);
  const { collections } = await first.sourcesOf(life);
  // One that is silent and one that is broken hold up no other.
  expect(collections[0]).toMatchObject({ open: 2, completedAt: null });
  await theTollsAreSetAside(life);
  await theArchiveIsLate(life);
  await first.isComplete(life);
  await life.happens('NoteAdded');
}

/** Each format, opened by a program that did not write it, gives back what the sources sent. */
async function holdsAll(zip: Buffer): Promise<void> {
  const files = await openedZip(zip);
  for (const [name, rows] of Object.entries(held))
    expect([name, await readByOthers(files, name)]).toEqual([
      name,
      { json: rows, csv: rows, xml: rows, rdf: rows },
    ]);
  expect(files.get('documents/archive/0001.txt')).toBe(letter);
  expect(files.get('overview.html')).toContain('Letter of Zoë.txt');
  expect([...files.keys()].filter(path => path.includes('tolls'))).toEqual([]);
  const cover = await readPdf((await openedBytes(zip)).get('cover-letter.pdf') ?? Buffer.alloc(0));
  expect(cover.pages.join('\n')).toContain('manifest.json');
}

/** There, somebody looks at each part: what they need is kept, and the rest goes. */
async function acceptedThere(reference: string): Promise<IncomingView> {
  const came = await both.examined(reference);
  expect(came).toMatchObject({ state: 'to-assess', sender: 'First Power', person: mover });
  const path = `/v1/incoming/${came.id}`;
  for (const { id, kind, path: of } of came.items) {
    const token = await both.second.servers.signIn.token('handler');
    const read = await fetch(`${both.second.url}${path}/items/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([of, read.status]).toEqual([of, 200]);
    const kept = { decision: 'keep', otherPeople: false, words: 'What we supply you by.' };
    const gone = { decision: 'delete', because: 'other-person', otherPeople: true, words: 'A neighbour.' };
    await both.assessor.done(`${path}/items/${id}/judge`, kind === 'records' ? kept : gone);
  }
  await both.assessor.done(`${path}/accept`, { basis: 'contract', words: 'We supply you from here on.' });
  return both.came(reference, ({ state }) => state === 'accepted');
}

/** The answer goes with a link; the code is told by telephone. */
async function fetchedByLink(life: CaseLife): Promise<Buffer> {
  const path = `/v1/cases/${life.id}/deliveries`;
  const { delivery } = await life.handler.done<{ delivery: string }>(path, { way: 'link', codeBy: 'phone' });
  await life.give('answer', { extent: 'wholly', words: 'Your data is yours to take.', delivery });
  const what = ({ happened }: { readonly happened: readonly { readonly what: string }[] }) =>
    happened.map(one => one.what);
  const url = linkIn(await life.letterSaying('You also need a code'));
  await life.happens('RequestAnswered');
  await both.is(life, delivery, 'That it was sent', one => what(one).includes('sent'));
  expect((await fetch(url)).status).toBe(200);
  const { code } = (await life.handler.post<CodeShown>(`${path}/${delivery}/code`, {})).body;
  const zip = Buffer.from(await (await fetched(url, code)).arrayBuffer());
  const all = await both.is(life, delivery, 'The download', one => what(one).includes('downloaded'));
  expect(what(all)).toEqual(['prepared', 'sent', 'opened', 'code-told', 'downloaded']);
  return zip;
}

const ofDelivery = async (life: CaseLife, delivery: string) =>
  (await auditOf(life.opened.request, both.first.journey))
    .filter(({ detail }) => detail?.['delivery'] === delivery)
    .map(({ action, detail }) => [action, detail?.['what'] ?? null]);

it('a portability request, whole: four kinds of source, every format, a link to the person, and a second Duly that accepts it (Art 20)', async () => {
  const life = await both.open(who);
  await collected(life);
  for (const words of ['Visits and letters.', 'Rent, fines and loans.'])
    await life.give('test-item', {
      ...{ words, basis: 'contract', isAutomated: true, origin: 'provided' },
      ...{ harmsOthers: false, otherParties: 0 },
    });
  const made = await built(life);
  const zip = await contentOf(life, made);
  await holdsAll(zip);

  const sending = await both.sent(life);
  const received = await both.is(life, sending, 'The receipt', one => one.transfer?.state === 'received');
  const { reference } = await life.view();
  const settled = await acceptedThere(reference);
  expect(settled.receipt).toBe(received.transfer?.receipt);
  await life.letterSaying('We sent the data straight to Other Power, as you asked. They have it.');
  await both.is(life, sending, 'What they decided', ({ transfer }) => transfer?.outcome === 'accepted');

  expect((await fetchedByLink(life)).equals(zip)).toBe(true);
  expect(await life.view()).toMatchObject({ outcome: 'answered', inTime: true, owes: [] });

  expect(await ofDelivery(life, sending)).toEqual([
    ['DeliveryPrepared', null],
    ...['transfer-begun', 'transfer-received', 'transfer-accepted'].map(what => ['DeliveryHappened', what]),
  ]);
  const there = (await auditOfIncoming(settled.id, both.second)).map(({ action, by }) => [action, by]);
  const assessor = settled.decidedBy;
  expect(
    there.filter(([action]) => action !== 'PersonalDataRead' && action !== 'IncomingItemDeleted'),
  ).toEqual([
    ...['PackageAnnounced', 'PackageReceived'].map(action => [action, 'sender']),
    ['PackageExamined', 'time'],
    ...settled.items.map(() => ['IncomingItemJudged', assessor]),
    ['PackageAccepted', assessor],
    ['PersonToldOfPackage', 'post'],
  ]);
});
