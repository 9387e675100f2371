import type {
  CaseSourcesView,
  CodeShown,
  DeliveriesView,
  DeliveryOfCase,
  DeliveryPrepared,
  PackagesView,
  ReviewView,
  SourceAskView,
} from '@duly/api-contract';
import { collectionIdOf } from '@duly/case-protocol';
import { until } from '../../local/waiting.js';
import { mover, type Beside } from '../beside.js';
import type { Life } from '../life.js';
import { expectDays, expectLetters, type Telling } from './telling.js';

const email = 'imogen.adeyemi@people.example';

/** Waits until what a source was asked is so. */
const asked = (life: Life, name: string, isSo: (ask: SourceAskView) => boolean): Promise<SourceAskView> =>
  until(`The source ${name}`, 60, async () => {
    const { collections } = await life.read<CaseSourcesView>('/sources');
    const found = collections[0]?.sources.find(({ source }) => source === name);
    return found && isSo(found) ? found : undefined;
  });

const told = ({ title, answer, reasons, failure }: SourceAskView): string =>
  `· ${title}: ${answer ?? (reasons === null ? (failure ?? 'asked, and silent') : `set aside: “${reasons}”`)}`;

/** Three kinds of source answer by themselves; a team is silent, and one database is broken and holds up nobody. */
async function asksEverySource(life: Life): Promise<void> {
  await life.give('collect', {});
  const three = ['housing', 'fines', 'library'];
  const found = await Promise.all(three.map(name => asked(life, name, ({ answer }) => answer === 'found')));
  const { id } = await asked(life, 'tolls', ({ failure }) => failure !== null);
  const reasons = 'Nobody can sign in there since the bridge became free; its records went to the archive.';
  await life.give(`sources/${id}/set-aside`, { reasons });
  const tolls = await asked(life, 'tolls', ({ state }) => state === 'set-aside');
  const archive = await asked(life, 'archive', ({ state }) => state === 'asked');
  await life.goesOn(
    'Harriet asks everybody who holds her data',
    '2036-03-31',
    [...found, tolls, archive].map(told),
  );
  life.expects(
    'a message, a query and a task queue have brought what they hold; a broken source stops nobody',
    [found.map(({ answer }) => answer), tolls.state],
    [['found', 'found', 'found'], 'set-aside'],
  );
}

/** Five working days later, by the schedule of the right. */
async function theArchiveIsLate(life: Life): Promise<void> {
  await life.windTo('2036-04-07', collectionIdOf(life.id, 'collect'));
  await life.windTo('2036-04-07');
  const late = await asked(life, 'archive', ({ chased }) => chased === 1);
  await life.send(`sources/${late.id}/records/visit`, '{"day":"2036-01-02","note":"=1+1 👋"}\n');
  await life.send(`sources/${late.id}/documents`, 'Dear Imogen, the keys are with us.', 'Letter.txt');
  await life.give(`sources/${late.id}/answer`, { answer: 'found' });
  const archive = await asked(life, 'archive', ({ answer }) => answer === 'found');
  await life.comes('The archive was silent, is reminded, and answers', '2036-04-07', 'NoteAdded', [
    told(archive),
  ]);
  const { collections } = await life.read<CaseSourcesView>('/sources');
  life.expects('with that everything is collected', [late.chased, collections[0]?.open], [1, 0]);
}

async function isBuilt(life: Life): Promise<void> {
  await life.windTo('2036-04-08');
  const readings = {
    words: 'What she gave us herself.',
    basis: 'contract',
    isAutomated: true,
    origin: 'provided',
  };
  await life.give('test-item', { ...readings, harmsOthers: false, otherParties: 0 });
  const { items } = await until('That everything is clean', 60, async () => {
    const review = await life.read<ReviewView>('/review');
    return review.notClean === 0 ? review : undefined;
  });
  for (const { id } of items) await life.give(`review/items/${id}`, { mark: 'seen' });
  const { version } = await life.read<ReviewView>('/review');
  await life.give('review/finish', { version });
  await life.give('package', {});
  const made = await until('The package', 60, async () => {
    const { package: newest } = await life.read<PackagesView>('/package');
    return newest?.state === 'ready' ? newest : undefined;
  });
  await life.comes('Harriet looks at each part, and has the package built', '2036-04-08', 'ItemTested', [
    `· ${items.length} parts reviewed; ${made.progress.files} files: a page to read, a letter, CSV, JSON, XML and RDF with their schemas`,
  ]);
  life.expects(
    'each part was looked at, and each file is written',
    [items.length, made.progress.written],
    [5, made.progress.files],
  );
}

const is = (life: Life, id: string, isSo: (one: DeliveryOfCase) => boolean): Promise<DeliveryOfCase> =>
  until('The delivery', 60, async () => {
    const { deliveries } = await life.read<DeliveriesView>('/deliveries');
    return deliveries.find(one => one.id === id && isSo(one));
  });

const happenings = ({ happened }: DeliveryOfCase): readonly string[] => happened.map(({ what }) => what);

/** Over HTTP to the other's own Duly, which signs for it, looks at it, and says what it keeps. */
async function goesStraight(life: Life, { receiver, other }: Beside): Promise<void> {
  const { delivery } = await life.give<DeliveryPrepared>('deliveries', { way: 'transfer', receiver });
  await life.give(`deliveries/${delivery}/begin-transfer`, {});
  const there = await is(life, delivery, ({ transfer }) => transfer?.state === 'received');
  const came = await other.accepts(life.reference);
  const settled = await is(life, delivery, ({ transfer }) => transfer?.outcome === 'accepted');
  const kept = came.items.filter(({ decision }) => decision === 'keep').length;
  await life.goesOn(
    `The package goes straight to ${mover}, to a Duly of theirs`,
    '2036-04-08',
    [
      `· delivery: ${happenings(settled).join(', ')}`,
      `· there: looked at in quarantine, ${kept} of ${came.items.length} parts kept, the letters destroyed`,
    ],
    'transfer',
  );
  life.expects(
    'what they signed for is what we hold, and they have accepted it (UK GDPR Art 20(2))',
    [there.transfer?.receipt === came.receipt, settled.transfer?.outcome, kept],
    [true, 'accepted', 4],
  );
}

const linkIn = (life: Life): string => {
  const text = life.letters.find(({ row }) => row.kind === 'answer')?.caught?.text ?? '';
  return /http:\/\/127\.0\.0\.1:\d+\/d\/[\w-]{43}/u.exec(text.replace(/=\r?\n/gu, ''))?.[0] ?? '';
};

/** The link by letter, the code by telephone. */
async function isFetched(life: Life): Promise<void> {
  await life.windTo('2036-04-09');
  const { delivery } = await life.give<DeliveryPrepared>('deliveries', { way: 'link', codeBy: 'phone' });
  const words = 'Your data is yours: here it is, in files that a machine can read.';
  await life.give('answer', { extent: 'wholly', words, delivery });
  await is(life, delivery, one => happenings(one).includes('sent'));
  const last = await life.comes('Harriet answers with a link', '2036-04-09', 'RequestAnswered');
  life.expects('answered in time', [last.outcome, last.inTime], ['answered', true]);
  const { code } = await life.give<CodeShown>(`deliveries/${delivery}/code`, {});
  const fetched = await fetch(linkIn(life), { method: 'POST', body: new URLSearchParams({ code }) });
  const zip = Buffer.from(await fetched.arrayBuffer());
  const done = await is(life, delivery, one => happenings(one).includes('downloaded'));
  const { package: made } = await life.read<PackagesView>('/package');
  await life.goesOn('Harriet tells her the code on the telephone; she fetches the copy', '2036-04-09', [
    `· delivery: ${happenings(done).join(', ')}`,
  ]);
  life.expects('she has the whole package', [fetched.status, zip.length], [200, made?.bytes]);
}

export const moved: Telling<[Promise<Beside>]> = {
  title: 'Data taken elsewhere: from five sources, straight to another organisation and by a link',
  request: {
    rights: ['portability'],
    channel: 'email',
    receivedOn: '2036-03-31',
    words:
      'I am moving. Please give me my data in a form that machines read, and send it to Green Power too.',
    subject: { name: 'Imogen Adeyemi', email, phone: '+44 1632 960001' },
    recipient: { name: mover, email: 'moves@green-power.example' },
  },
  tell: async (life, beginning) => {
    const first = await life.comes(
      'A letter arrives by e-mail; Harriet opens the request',
      '2036-03-31',
      'NoticeGiven',
    );
    life.expects('a month from 31 March ends on 30 April 2036 (R11)', first.dueDate, '2036-04-30');
    const beside = await beginning;
    await life.give('decide-transfer', {
      isFeasible: true,
      reasons: 'They run Duly, and take packages by its contract.',
    });
    await life.comes(`Harriet decides that it can go straight to ${mover}`, '2036-03-31', 'TransferDecided');
    await asksEverySource(life);
    await theArchiveIsLate(life);
    await isBuilt(life);
    await goesStraight(life, beside);
    await isFetched(life);
    expectLetters(life, ['acknowledgement', 'transfer', 'answer']);
    expectDays(life, 9);
  },
};
