import { randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:net';
import type { DeliveryPrepared, PackagesView, ReceiverView } from '@duly/api-contract';
import { freePort, until } from '@duly/infra';
import type { EntityHeld } from '@duly/register';
import { auditOf, auditOfIncoming } from './audit-entries.js';
import { CaseLife } from './case-life.js';
import { Shelf } from './collected.js';
import { built } from './disclosing.js';
import { FaultyReceiver } from './faulty-receiver.js';
import { fileNamed, packageOf, SendingController } from './sending-controller.js';
import { harmful, speaksAsClamd } from './speaks-as-clamd.js';
import { mover, otherController, TwoControllers } from './two-controllers.js';

const entities: readonly EntityHeld[] = [
  {
    name: 'readings',
    description: 'Each reading of your meter',
    fields: [
      { name: 'reading', type: 'text', description: 'The reading', origin: 'observed', basis: 'contract' },
    ],
  },
];

let both: TwoControllers;
let shelf: Shelf;
let faulty: FaultyReceiver;
let scanner: Server;
beforeAll(async () => {
  faulty = await FaultyReceiver.open();
  const port = await freePort();
  scanner = await speaksAsClamd(port);
  both = await TwoControllers.begin([`127.0.0.1:${faulty.port}`], {
    first: { APPROVE_DISCLOSURES: 'on' },
    second: { DOCUMENTS_UNSCANNED: 'off', SCANNER: `127.0.0.1:${port}` },
  });
  faulty.behind = both.second.url;
  shelf = await Shelf.of(both.first.journey);
}, 480_000);
afterAll(async () => {
  await shelf.close();
  await both.end();
  await faulty.down();
  scanner.close();
});

const text = (words: string) => fileNamed('documents/crm/0001.txt', 'text/plain', words);

async function withPackage(life: CaseLife, document = 'A contract.'): Promise<CaseLife> {
  await shelf.collected(life, entities, ['{"reading":"41"}\n'], document);
  await built(life);
  return life;
}

describe('a package that goes straight to another controller', () => {
  it('is refused while it is not decided that this is feasible, or decided that it is not (Art 20(2); R40)', async () => {
    const asked = { rights: ['portability'], subject: mover, requester: mover, recipient: otherController };
    const life = await withPackage(await CaseLife.open(both.first.journey, asked));
    const path = `/v1/cases/${life.id}/deliveries`;
    const straight = { way: 'transfer', receiver: both.receiver };
    expect((await life.handler.refused(path, straight)).body.code).toBe('transfer-not-decided');
    await life.give('decide-transfer', { isFeasible: false, reasons: 'They take no files yet.' });
    await life.happens('TransferDecided');
    expect((await life.handler.refused(path, straight)).body.code).toBe('transfer-not-decided');
    await life.give('decide-transfer', { isFeasible: true, reasons: 'Now they do.' });
    await life.happens('TransferDecided', 2);
    expect((await life.handler.refused(path, { ...straight, receiver: randomUUID() })).body.code).toBe(
      'no-such-receiver',
    );
    expect((await life.handler.done<DeliveryPrepared>(path, straight)).case).toBe(life.id);
  });

  it('is not sent by whoever prepared it where disclosures want a second person; a worker that dies in the middle sends no byte twice', async () => {
    // More than one piece of 4 MiB, of bytes that no format makes smaller.
    const life = await withPackage(await both.open(), randomBytes(5 * 2 ** 20).toString('base64'));
    const named = { title: 'Slow Power', url: faulty.url, token: both.token, receiptKey: both.receiptKey };
    const { id } = await both.first.administrator.done<ReceiverView>('/v1/receivers', named);
    faulty.fault = 'stalls';
    const { delivery } = await both.prepared(life, id);
    const path = `/v1/cases/${life.id}/deliveries/${delivery}/begin-transfer`;
    expect((await life.handler.refused(path, {})).body.code).toBe('own-transfer');
    await (await both.first.journey.as('manager')).done(path, {});
    await until('The first piece', 60, () => Promise.resolve(faulty.pieces === 1 || undefined));
    await both.first.journey.worker.kill();
    await both.first.journey.startWorker();
    const there = await both.is(life, delivery, 'The receipt', one => one.transfer?.state === 'received');
    const { package: made } = await life.handler.read<PackagesView>(`/v1/cases/${life.id}/package`);
    expect([faulty.pieces, there.transfer?.sent]).toEqual([2, made?.bytes]);
    expect(there.happened.map(({ what }) => what)).toEqual([
      ...['prepared', 'transfer-begun', 'transfer-received'],
    ]);
    const { reference } = await life.view();
    const came = await both.came(reference, ({ receivedAt }) => receivedAt !== null);
    expect([came.bytes, came.receipt]).toEqual([made?.bytes, there.transfer?.receipt]);
    const received = (await auditOfIncoming(came.id, both.second)).filter(
      ({ action }) => action === 'PackageReceived',
    );
    expect(received).toHaveLength(1);
    const log = await auditOf(life.opened.request, both.first.journey);
    expect(log.filter(({ detail }) => detail?.['what'] === 'transfer-received')).toHaveLength(1);
  });
});

describe('a package that comes from another controller', () => {
  const contentOf = async (path: string) => {
    const token = await both.second.servers.signIn.token('handler');
    return fetch(`${both.second.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  };

  it('is read part by part, on record; one that is rejected goes whole, with reasons to the person and word to the sender', async () => {
    const them = new SendingController(both);
    const words = 'Quillibert likes tea 🫖';
    const came = await them.sent(await packageOf(text(words)));
    const [item] = came.items;
    const path = `/v1/incoming/${came.id}`;
    const read = await contentOf(`${path}/items/${item?.id}`);
    expect([read.status, read.headers.get('content-disposition'), await read.text()]).toEqual([
      200,
      `attachment; filename="${item?.id}"`,
      words,
    ]);
    expect((await contentOf(`${path}/items/${randomUUID()}`)).status).toBe(404);
    const because = 'We do not supply this address.';
    await both.assessor.done(`${path}/reject`, { words: because });
    const gone = await both.came(came.theirReference, ({ destroyedAt }) => destroyedAt !== null);
    expect(gone).toMatchObject({ state: 'rejected', person: null, decision: null });
    const told = await both.second.servers.mail.letter(one => one.text.includes(because));
    expect(told.text.replace(/\s+/gu, ' ')).toContain('We did not take it');
    expect((await contentOf(`${path}/items/${item?.id}`)).status).toBe(410);
    const there = (await auditOfIncoming(came.id, both.second)).map(({ action }) => action);
    expect(there).toEqual(
      expect.arrayContaining([
        ...['PersonalDataRead', 'PackageRejected', 'PersonToldOfPackage', 'IncomingDestroyed'],
      ]),
    );
  });

  it('in which the scanner finds something is refused and destroyed, before anybody could open it', async () => {
    const came = await new SendingController(both).sent(await packageOf(text(`A letter, ${harmful}.`)));
    expect(came).toMatchObject({ state: 'refused', because: 'infected', items: [] });
    const gone = await both.came(came.theirReference, ({ destroyedAt }) => destroyedAt !== null);
    expect([gone.person, gone.letter]).toEqual([null, 'accepted']);
  });
});
