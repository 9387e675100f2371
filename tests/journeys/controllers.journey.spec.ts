import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { DeliveryPrepared, ReceiverView, SenderRegistered } from '@duly/api-contract';
import { readReceipt } from '@duly/audit';
import type { EntityHeld } from '@duly/register';
import type { CaseLife } from './case-life.js';
import { Shelf } from './collected.js';
import { built } from './disclosing.js';
import { openedZip } from './opened-zip.js';
import { FaultyReceiver, type Fault } from './faulty-receiver.js';
import { fileNamed, packageOf, SendingController, zipWith } from './sending-controller.js';
import { mover, TwoControllers } from './two-controllers.js';

const canary = 'Canarius meter';
const entities: readonly EntityHeld[] = [
  {
    name: 'readings',
    description: 'Each reading of your meter',
    fields: [
      { name: 'reading', type: 'text', description: 'The reading', origin: 'observed', basis: 'contract' },
    ],
  },
];
const readings = Array.from({ length: 50 }, (_, day) => `{"reading":"${canary} ${day}"}\n`).join('');

jest.setTimeout(180_000);

let both: TwoControllers;
let shelf: Shelf;
let faulty: FaultyReceiver;
beforeAll(async () => {
  faulty = await FaultyReceiver.open();
  both = await TwoControllers.begin([`127.0.0.1:${faulty.port}`]);
  faulty.behind = both.second.url;
  shelf = await Shelf.of(both.first.journey);
}, 480_000);
afterAll(async () => {
  await shelf.close();
  await both.end();
  await faulty.down();
});

async function withPackage(): Promise<CaseLife> {
  const life = await both.open();
  await shelf.collected(life, entities, [readings], 'A contract.');
  await built(life);
  return life;
}

const text = (words: string) => fileNamed('documents/crm/0001.txt', 'text/plain', words);

describe('a package that goes straight to another controller (UK GDPR Art 20(2))', () => {
  it('arrives whole, with a receipt that the other has signed; is assessed there item by item, and accepted', async () => {
    const life = await withPackage();
    const { delivery } = await both.prepared(life);
    const answer = { extent: 'wholly', words: 'Other Power has your readings.', delivery };
    const early = await life.refused('answer', { ...answer, despite: 'Looked at by hand.' });
    expect(early.body.code).toBe('transfer-not-received');
    await life.handler.done(`/v1/cases/${life.id}/deliveries/${delivery}/begin-transfer`, {});
    const there = await both.is(
      life,
      delivery,
      'The receipt',
      ({ transfer }) => transfer?.state === 'received',
    );
    expect(there.transfer).toMatchObject({ state: 'received', because: null, to: 'Other Power' });
    expect(there.transfer?.receipt).toContain('duly transfer receipt v1');
    const again = await life.handler.refused(
      `/v1/cases/${life.id}/deliveries/${delivery}/begin-transfer`,
      {},
    );
    expect(again.body.code).toBe('transfer-under-way');

    const { reference } = await life.view();
    const came = await both.examined(reference);
    expect(came).toMatchObject({ state: 'to-assess', sender: 'First Power', person: mover });
    expect(came.receipt).toBe(there.transfer?.receipt);
    expect(came.items.map(({ kind, records }) => [kind, records])).toEqual([
      ['records', 50],
      ['document', null],
    ]);
    const [records, document] = came.items;
    const path = `/v1/incoming/${came.id}`;
    const decided = { basis: 'contract', words: 'We supply you from here on.' };
    expect((await both.assessor.refused(`${path}/accept`, decided)).body.code).toBe('items-not-judged');
    const kept = { decision: 'keep', otherPeople: true, otherPeopleBasis: 'legitimate_interests' };
    await both.assessor.done(`${path}/items/${records?.id}/judge`, { ...kept, words: 'A year of readings.' });
    const excess = { decision: 'delete', because: 'excessive', otherPeople: false };
    await both.assessor.done(`${path}/items/${document?.id}/judge`, { ...excess, words: 'Not needed.' });
    await both.assessor.done(`${path}/accept`, decided);
    expect((await both.assessor.refused(`${path}/reject`, { words: 'No.' })).body.code).toBe(
      'incoming-decided',
    );
    const settled = await both.came(reference, ({ state }) => state === 'accepted');
    expect(settled).toMatchObject({ basis: 'contract', decision: 'We supply you from here on.' });
    await life.letterSaying('We sent the data straight to Other Power, as you asked. They have it.');
    const told = await both.second.servers.mail.letter(({ text }) => text.includes('You asked First Power'));
    expect(told.text.replace(/\s+/gu, ' ')).toContain('We supply you from here on.');
    await both.is(life, delivery, 'What they decided', ({ transfer }) => transfer?.outcome === 'accepted');
    expect((await both.deliveryOf(life, delivery)).happened.map(({ what }) => what)).toEqual([
      ...['prepared', 'transfer-begun', 'transfer-received', 'transfer-accepted'],
    ]);
  });
});

const offers = async (life: CaseLife) =>
  (await life.view()).tasks.filter(({ kind }) => kind === 'offer-copy');

describe('a receiver that is not to be relied on', () => {
  const receiverAt = async (url: string): Promise<string> => {
    const named = { title: 'Faulty Power', url, token: both.token, receiptKey: both.receiptKey };
    return (await both.first.administrator.done<ReceiverView>('/v1/receivers', named)).id;
  };

  it('that dies in the middle is asked how far it is, and gets no byte twice', async () => {
    faulty.fault = 'dies';
    const life = await withPackage();
    const delivery = await both.sent(life, await receiverAt(faulty.url));
    const there = await both.is(
      life,
      delivery,
      'The receipt',
      ({ transfer }) => transfer?.state === 'received',
    );
    expect([there.transfer?.because, faulty.pieces]).toEqual([null, 1]);
    expect(
      (
        await life.handler.refused(
          `/v1/cases/${(await both.open()).id}/deliveries/${delivery}/begin-transfer`,
          {},
        )
      ).body.code,
    ).toBe('no-such-delivery');
  });

  it.each<readonly [Fault, string]>([
    ['lies', 'receipt-wrong'],
    ['redirects', 'redirects'],
  ])('that %s has not received it, and the person is offered the copy at once', async (fault, because) => {
    faulty.fault = fault;
    const life = await withPackage();
    const delivery = await both.sent(life, await receiverAt(faulty.url));
    const failed = await both.is(life, delivery, 'The end', ({ transfer }) => transfer?.state === 'failed');
    expect(failed.transfer).toMatchObject({ because, receipt: null });
    await life.letterSaying('You do not have to wait for them.');
    expect(await offers(life)).toHaveLength(1);
  });

  it('whose name leads to a private address is not called', async () => {
    const life = await withPackage();
    const receiverId = randomUUID();
    const token = await shelf.vault.sealOwn('receiver token', receiverId, both.token);
    const named = { receiverId, title: 'Inside', url: 'https://localhost/v1/transfers', token };
    await shelf.register.transferring.receivers.register({ ...named, receiptKey: both.receiptKey }, 'spec');
    const delivery = await both.sent(life, receiverId);
    const failed = await both.is(life, delivery, 'The end', ({ transfer }) => transfer?.state === 'failed');
    expect(failed.transfer?.because).toBe('address-refused');
  });

  it('that is silent blocks no answer: before the day the person is offered the copy, and it goes by a link', async () => {
    faulty.fault = 'is silent';
    const life = await withPackage();
    const delivery = await both.sent(life, await receiverAt(faulty.url));
    await both.is(life, delivery, 'That it waits', ({ transfer }) => transfer?.waitsFor === 'no-answer');
    expect(await offers(life)).toHaveLength(0);
    await life.windTo('2036-04-28T10:00:00Z');
    await life.give('add-note', { words: 'They do not answer.' });
    await both.is(life, delivery, 'The offer', ({ transfer }) => transfer?.offeredAt !== null);
    await life.letterSaying('You do not have to wait for them.');
    const link = await life.handler.done<DeliveryPrepared>(`/v1/cases/${life.id}/deliveries`, {
      way: 'link',
    });
    const answer = { extent: 'wholly', words: 'You get your files by a link.', delivery: link.delivery };
    await life.give('answer', { ...answer, despite: 'Looked at by hand.' });
    await life.happens('RequestAnswered');
    await life.letterSaying('Open this page to fetch it');
  });
});

describe('a package that comes from another controller', () => {
  it('is taken piece by piece from where it was cut, once, and only from who holds the token', async () => {
    const them = new SendingController(both);
    const bytes = await packageOf(text('A letter of theirs.'));
    const transfer = randomUUID();
    expect((await new SendingController(both, '0'.repeat(64)).announced(transfer, bytes)).body.code).toBe(
      'token-refused',
    );
    expect((await them.read(transfer)).body.code).toBe('no-such-transfer');
    expect((await them.announced(transfer, bytes)).body).toMatchObject({ state: 'receiving', offset: 0 });
    expect((await them.announced(transfer, bytes)).body.offset).toBe(0);
    expect((await them.announced(transfer, bytes, { bytes: 7 })).body.code).toBe('transfer-differs');
    const first = await them.piece(transfer, 0, bytes.subarray(0, 100));
    expect(first.body).toMatchObject({ state: 'receiving', offset: 100 });
    expect((await them.piece(transfer, 0, bytes)).body).toMatchObject({ code: 'offset-differs' });
    expect((await them.read(transfer)).body.offset).toBe(100);
    const whole = await them.piece(transfer, 100, bytes.subarray(100));
    expect(whole.body.state).toBe('received');
    expect(readReceipt(whole.body.receipt ?? '', both.receiptKey)).toMatchObject({
      transfer,
      bytes: bytes.length,
    });
    expect((await them.announced(randomUUID(), bytes)).body.code).toBe('sent-twice');
    const { items } = await both.examined(`THEIRS-${transfer.slice(0, 8)}`);
    expect(items).toHaveLength(1);
  });

  it('is refused at once where its hash is another than was announced, and nothing of it is kept', async () => {
    const them = new SendingController(both);
    const bytes = await packageOf(text('Not what was said.'));
    const transfer = randomUUID();
    await them.announced(transfer, bytes, { sha256: '0'.repeat(64) });
    expect((await them.piece(transfer, 0, bytes)).body.code).toBe('hash-differs');
    expect((await them.read(transfer)).body).toMatchObject({ state: 'refused', receipt: null });
    const gone = ({ destroyedAt }: { readonly destroyedAt: string | null }) => destroyedAt !== null;
    expect((await both.came(`THEIRS-${transfer.slice(0, 8)}`, gone)).person).toBeNull();
    expect((await them.announced(randomUUID(), bytes, { bytes: 2 ** 45 })).body.code).toBe(
      'package-too-large',
    );
  });

  it.each<readonly [string, string, () => Promise<Buffer>]>([
    ['that is no ZIP', 'not-a-package', () => Promise.resolve(Buffer.from('readings: 41, 42'))],
    ['without a manifest', 'not-a-package', () => zipWith([['data.csv', 'reading\r\n41\r\n']])],
    ['with a name that leads out of it', 'unsafe-name', () => zipWith([['../../etc/cron.d/x', 'no']])],
    [
      'with a symbolic link',
      'not-a-plain-file',
      () => zipWith([['link', '/etc/passwd', { unixMode: 0o120777 }]]),
    ],
    ['that expands without end', 'expands-too-far', () => zipWith([['bomb.txt', '0'.repeat(64 * 2 ** 20)]])],
    [
      'with a file that is not listed',
      'not-as-listed',
      async () => {
        const [manifest] = [...(await openedZip(await packageOf(text('listed'))))].filter(
          ([name]) => name === 'manifest.json',
        );
        return zipWith([
          ['manifest.json', manifest?.[1] ?? ''],
          ['documents/crm/0001.txt', 'another one'],
        ]);
      },
    ],
    [
      'with an XML entity bomb',
      'not-readable',
      () =>
        packageOf(
          fileNamed(
            'data/xml/a.b.xml',
            'application/xml',
            '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
          ),
        ),
    ],
    [
      'with text that is no UTF-8',
      'not-readable',
      () => packageOf(fileNamed('documents/crm/0001.txt', 'text/plain', Buffer.from([0x41, 0xff, 0xfe]))),
    ],
  ])('%s is refused', async (_what, because, bytesOf) => {
    const came = await new SendingController(both).sent(await bytesOf());
    expect(came).toMatchObject({ state: 'refused', because });
    // The person is told, and then nothing of it is left.
    expect(
      (await both.came(came.theirReference, ({ destroyedAt }) => destroyedAt !== null)).person,
    ).toBeNull();
  });
});

describe('who may send, and to whom', () => {
  it('is kept by administrators; a token is shown once, ends with the next, and nothing goes to a private address', async () => {
    const there = await both.second.as('administrator');
    const key = randomUUID();
    const named = { title: 'Third Power', contact: '+44 1632 960002' };
    const first = await there.post<SenderRegistered>('/v1/senders', named, { key });
    const again = await there.post<SenderRegistered>('/v1/senders', named, { key });
    expect([first.body.token?.length, again.body.token]).toEqual([64, null]);
    const { id } = first.body;
    const renewed = await there.done<SenderRegistered>(`/v1/senders/${id}/renew-token`, {});
    const called = (token: string | null) => new SendingController(both, token ?? '').read(randomUUID());
    expect((await called(first.body.token)).body.code).toBe('token-refused');
    expect((await called(renewed.token)).body.code).toBe('no-such-transfer');
    await there.done(`/v1/senders/${id}/remove`, {});
    expect((await called(renewed.token)).body.code).toBe('token-refused');
    const here = both.first.administrator;
    const receiver = { title: 'Inside', token: '0'.repeat(64), receiptKey: both.receiptKey };
    for (const url of ['https://10.0.0.1/v1/transfers', 'http://example.org/v1/transfers', 'https://[::1]/t'])
      expect((await here.refused('/v1/receivers', { ...receiver, url })).body.code).toBe('not-valid');
    expect((await both.assessor.refused('/v1/senders', named)).body.code).toBe('not-permitted');
  });
});
