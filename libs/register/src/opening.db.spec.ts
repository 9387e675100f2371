import { randomUUID } from 'node:crypto';
import { Database } from '@duly/postgres';
import { ClaimLost, type IdempotencyClaim, type Register } from './index.js';
import { aRegister, aRequest, aStep } from './register.given.js';

let register: Register;
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ register, url, stop } = await aRegister());
});
afterAll(() => stop());

const aCall = () => ({ caller: 'staff-1', route: 'POST /v1/requests', keyHash: randomUUID() });

async function claimed(
  call: ReturnType<typeof aCall>,
  work: object = {},
  lease?: number,
): Promise<IdempotencyClaim> {
  const begun = await register.idempotency.begin(call, 'body', work, lease);
  if (begun.kind !== 'claimed') throw new Error(`expected a claim, not ${begun.kind}`);
  return begun.claim;
}

const answered = { by: 'staff-1', route: 'POST /v1/requests', correlationId: 'one', status: 201 };

describe('accepting a request', () => {
  it('numbers requests within the year of receipt, and each case after its right', async () => {
    const [one, two] = [
      await register.accept(aRequest({}, ['access', 'erasure'])),
      await register.accept(aRequest()),
    ];
    expect(one.reference).toMatch(/^DR-2036-\d{6}$/);
    expect(Number(two.reference.slice(-6))).toBe(Number(one.reference.slice(-6)) + 1);
    expect(one.cases.map(({ opening }) => opening.reference)).toEqual([
      `${one.reference}-1`,
      `${one.reference}-2`,
    ]);
  });

  it('writes the suppression, the sealed rows and the audit entry with it', async () => {
    const written: string[] = [];
    const request = aRequest(
      {
        suppressions: [
          { personHash: 'hash-of-zebedee', channel: 'email', stopped: ['email'], source: 'objection' },
        ],
        sealedRows: [
          async sql =>
            void written.push(...(await sql.query<{ id: string }>(`SELECT 'row' AS id`)).map(row => row.id)),
        ],
        commitment: 'c0ffee',
      },
      ['objection_direct_marketing'],
    );
    const { reference } = await register.accept(request);
    expect(written).toEqual(['row']);
    expect(await register.suppressions.of('hash-of-zebedee')).toEqual([
      { channel: 'email', stopped: ['email'], requestedOn: '2036-03-31', source: 'objection' },
    ]);
    expect(await register.audit(request.requestId)).toMatchObject([
      {
        action: 'RequestAccepted',
        by: 'staff-1',
        commitment: 'c0ffee',
        cite: expect.stringContaining('PECR'),
        detail: { reference, rights: 'objection_direct_marketing' },
      },
    ]);
  });

  /** The database takes no NUL in a text; each of these is written in its own place of the transaction. */
  it.each([
    [
      'a sealed row, before the suppression',
      { sealedRows: [() => Promise.reject(new Error('The vault is shut.'))] },
    ],
    ['the likeness, after the suppression', { likeness: [{ kind: 'email', hash: '\u0000' }] as const }],
    ['the audit entry, the last of all', { correlationId: '\u0000' }],
  ])('writes nothing at all when one row of it fails: %s', async (_which, failing) => {
    const personHash = randomUUID();
    const request = aRequest(
      { suppressions: [{ personHash, channel: 'post', stopped: ['post'], source: 's' }], ...failing },
      ['objection_direct_marketing'],
    );
    await expect(register.accept(request)).rejects.toThrow();
    expect(await register.cases.request(request.requestId)).toBeUndefined();
    expect(await register.suppressions.of(personHash)).toEqual([]);
    expect(await register.audit(request.requestId)).toEqual([]);
    expect(await register.intake.acceptedOf([request.requestId])).toEqual(new Set());
  });

  it('answers what was accepted when the same request comes again', async () => {
    const request = aRequest();
    const first = await register.accept(request);
    const again = await register.accept({ ...aRequest(), requestId: request.requestId });
    expect(again).toEqual({ ...first, wasAccepted: true });
  });
});

describe('the same call again', () => {
  it('gets the same answer, a refusal too; another body is told so', async () => {
    const call = aCall();
    await register.idempotency.answer(
      await claimed(call),
      { status: 409, body: { code: 'case-closed' } },
      answered,
    );
    expect(await register.idempotency.begin(call, 'body', {})).toEqual({
      kind: 'answered',
      answer: { status: 409, body: { code: 'case-closed' } },
    });
    expect(await register.idempotency.begin(call, 'other', {})).toEqual({ kind: 'other-body' });
    expect(await register.idempotency.begin({ ...call, caller: 'staff-2' }, 'other', {})).toMatchObject({
      kind: 'claimed',
    });
  });

  it('is carried out by one of many who come at once', async () => {
    const call = aCall();
    const begun = await Promise.all(
      Array.from({ length: 8 }, () => register.idempotency.begin(call, 'body', {})),
    );
    expect(begun.map(one => one.kind).sort()).toEqual(['claimed', ...Array<string>(7).fill('in-progress')]);
  });

  it('is taken over with the ids of the first try, once that has died', async () => {
    const call = aCall();
    await claimed(call, { requestId: 'first' }, 0);
    const begun = await register.idempotency.begin(call, 'body', { requestId: 'second' });
    expect(begun).toMatchObject({ kind: 'claimed', tookOver: true, work: { requestId: 'first' } });
  });

  it('is accepted once when the first try died after its transaction and before its answer', async () => {
    const call = aCall();
    const request = aRequest();
    const first = await register.accept(request, await claimed(call, { requestId: request.requestId }));
    const owner = await Database.open({ url, poolSize: 1, application: 'spec' });
    await owner.change(`UPDATE register.idempotency SET claimed_until = now() WHERE key_hash = $1`, [
      call.keyHash,
    ]);
    await owner.close();
    const begun = await register.idempotency.begin<{ requestId: string }, object>(call, 'body', {
      requestId: randomUUID(),
    });
    if (begun.kind !== 'claimed') throw new Error('the claim had lapsed');
    const again = await register.accept(aRequest({ requestId: begun.work.requestId }), begun.claim);
    expect(again).toEqual({ ...first, wasAccepted: true });
    await register.idempotency.answer(begun.claim, { reference: again.reference }, answered);
    expect(await register.idempotency.begin(call, 'body', {})).toEqual({
      kind: 'answered',
      answer: { reference: first.reference },
    });
  });

  it('stops a slow first try whose call was taken over', async () => {
    const call = aCall();
    const slow = await claimed(call, {}, 0);
    await claimed(call);
    const request = aRequest();
    await expect(register.accept(request, slow)).rejects.toThrow(ClaimLost);
    await expect(register.idempotency.answer(slow, {}, answered)).rejects.toThrow(ClaimLost);
    expect(await register.cases.request(request.requestId)).toBeUndefined();
  });

  it('may begin at once after a try that failed for want of a server', async () => {
    const call = aCall();
    await register.idempotency.abandon(await claimed(call));
    expect(await register.idempotency.begin(call, 'body', {})).toMatchObject({ kind: 'claimed' });
  });

  it('is forgotten in time', async () => {
    const call = aCall();
    await register.idempotency.answer(await claimed(call), {}, answered);
    expect(await register.idempotency.forget(3_600)).toBe(0);
    expect(await register.idempotency.forget(-1)).toBeGreaterThan(0);
    expect(await register.idempotency.begin(call, 'body', {})).toMatchObject({
      kind: 'claimed',
      tookOver: false,
    });
  });
});

describe('cases that wait for their workflow', () => {
  it('are given to one sweeper each, after the grace of whoever accepted them, or once those give them back', async () => {
    const later = await register.accept(aRequest());
    const due = await Promise.all([1, 2, 3, 4].map(() => register.accept(aRequest({ grace: 0 }))));
    const [one, two] = await Promise.all([register.intake.claimWaiting(2), register.intake.claimWaiting(2)]);
    const given = [...one, ...two].map(opening => opening.caseId);
    const ids = due.flatMap(({ cases }) => cases.map(({ opening }) => opening.caseId));
    expect([...given].sort()).toEqual([...ids].sort());
    expect(given).not.toContain(later.cases[0]?.opening.caseId);
    expect(await register.intake.claimWaiting(10)).toEqual([]);
    const left = later.cases.map(({ opening }) => opening.caseId);
    await register.intake.giveBack(left);
    expect((await register.intake.claimWaiting(10)).map(({ caseId }) => caseId)).toEqual(left);
  });

  it('are not given out again once started, and come again when their sweeper died', async () => {
    const [lost, started] = [
      await register.accept(aRequest({ grace: 0 })),
      await register.accept(aRequest({ grace: 0 })),
    ];
    const caseOf = (accepted: typeof lost) => accepted.cases[0]?.opening.caseId ?? '';
    expect(await register.intake.claimWaiting(10, 0)).toHaveLength(2);
    await register.intake.started(caseOf(started));
    expect((await register.intake.claimWaiting(10, 0)).map(opening => opening.caseId)).toEqual([
      caseOf(lost),
    ]);
    expect(await register.intake.opening(caseOf(started))).toMatchObject({
      requestId: started.cases[0]?.opening.requestId,
    });
  });
});

describe('a command for a whole request', () => {
  it('is recorded once, told to each case, and finished by the sweeper where it was not', async () => {
    const { cases } = await register.accept(aRequest({}, ['access', 'erasure', 'portability']));
    const ids = cases.map(({ opening }) => opening.caseId);
    const requestId = cases[0]?.opening.requestId ?? '';
    const commandId = randomUUID();
    const command = { verb: 'add-note', by: 'staff-1', words: randomUUID(), occasion: commandId } as const;
    const given = {
      commandId,
      requestId,
      command,
      cases: ids.map(caseId => ({ caseId, updateId: `${commandId}-${caseId}` })),
      grace: 0,
    };
    expect(await register.requestCommands.give(given)).toBe(true);
    expect(await register.requestCommands.give(given)).toBe(false);
    await register.requestCommands.answered(commandId, ids[0] ?? '', { outcome: 'accepted', version: 2 });
    await register.requestCommands.answered(commandId, ids[1] ?? '', { outcome: 'closed' });
    await register.requestCommands.answered(commandId, ids[0] ?? '', { outcome: 'closed' });
    expect(await register.requestCommands.claimWaiting(10)).toEqual([
      { commandId, requestId, caseId: ids[2], updateId: `${commandId}-${ids[2]}`, command },
    ]);
    expect(await register.requestCommands.outcomes(commandId)).toMatchObject([
      { caseId: ids[0], outcome: 'accepted', version: 2 },
      { caseId: ids[1], outcome: 'closed' },
      { caseId: ids[2], outcome: 'waiting' },
    ]);
  });
});

describe('the audit log', () => {
  it.each([
    'UPDATE register.audit_entry SET by = $1',
    'DELETE FROM register.audit_entry WHERE by <> $1',
    'TRUNCATE register.audit_entry CASCADE',
  ])('lets nobody, the owner included, do: %s', async statement => {
    await register.record({ action: 'CommandRefused', by: 'staff-1', detail: { code: 'case-closed' } });
    const values = statement.includes('$1') ? ['nobody'] : [];
    await expect(register.database.change(statement, values)).rejects.toMatchObject({ code: '42501' });
    const owner = await Database.open({ url, poolSize: 1, application: 'spec' });
    await expect(owner.change(statement, values)).rejects.toThrow('The audit log only grows');
    await owner.close();
  });

  it('cannot be opened by switching its guard off, with the rights of an application', async () => {
    await expect(
      register.database.query('ALTER TABLE register.audit_entry DISABLE TRIGGER ALL'),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(register.database.query('DELETE FROM register.timeline')).rejects.toMatchObject({
      code: '42501',
    });
  });
});

it('writes rows of a case that begin where its acceptance ended', async () => {
  const { cases } = await register.accept(aRequest());
  const [first] = cases;
  if (!first) throw new Error('one right, one case');
  await register.cases.applyStep(aStep({ summary: first.summary }));
  expect((await register.audit(first.summary.requestId)).map(entry => entry.action)).toEqual([
    'RequestAccepted',
    'RequestReceived',
  ]);
});
