import { randomUUID } from 'node:crypto';
import { toCivilDate as on } from '@duly/law';
import type { Register } from '../index.js';
import { anOpening, aRegister, aRequest, aStep, aSummary, received } from '../register.given.js';
import { blocksOf } from './blocks.js';
import type { ErasureToDo } from './erasure.js';
import { usualPeriods, type Leads } from './retention-schedule.js';

let register: Register;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterAll(() => stop());

const none = { months: 0, days: 0 };
const leads: Leads = [none, none];
const managers = { staffId: 'staff-7', name: 'Morgan', email: 'morgan@council.example', roles: ['manager'] };

/** A request that was answered, on a day of 2020; both warnings were given where it says so. */
async function answered(closedOn: string, isWarned = true): Promise<string> {
  const request = aRequest();
  const { cases } = await register.accept(request);
  const [first] = cases;
  if (!first) throw new Error('A request has a case.');
  const summary = {
    ...first.summary,
    state: 'CLOSED_COMPLETED',
    outcome: 'answered',
    closedOn: on(closedOn),
  } as const;
  await register.cases.applyStep(aStep({ summary, events: [received()] }));
  await register.staff.signedIn(managers);
  if (isWarned)
    for (const number of [1, 2] as const)
      await register.retentionWarnings.note(await retained(request.requestId), number);
  return request.requestId;
}

async function retained(requestId: string) {
  const [one] = await register.retention.retained([requestId]);
  if (!one) throw new Error('It is not kept.');
  return one;
}

const codes = async (requestId: string) => blocksOf(await retained(requestId), leads).map(({ code }) => code);

describe('what falls due', () => {
  it('is listed by its day: an answer of 31 January 2020 on 31 January 2023, three years after', async () => {
    const requestId = await answered('2020-01-31', false);
    const due = await register.retention.due({ by: on('2023-01-31'), limit: 50 });
    expect(due.find(one => one.requestId === requestId)).toMatchObject({
      dueOn: '2023-01-31',
      warned: [null, null],
    });
    const before = await register.retention.due({ by: on('2023-01-30'), limit: 50 });
    expect(before.some(one => one.requestId === requestId)).toBe(false);
    expect(await codes(requestId)).toEqual(['not-warned']);
  });

  it('moves with a new version of the schedule, and its warnings are given anew', async () => {
    const requestId = await answered('2020-02-29');
    expect(await codes(requestId)).toEqual([]);
    const longer = { ...usualPeriods, answered: { ...usualPeriods.answered, months: 48 } };
    expect(await register.retention.put(longer, 'staff-7')).toMatchObject({
      version: 1,
      changedBy: 'staff-7',
    });
    expect(await retained(requestId)).toMatchObject({ dueOn: '2024-02-29', warned: [null, null] });
    await register.retention.put(usualPeriods, 'staff-7');
    expect(await codes(requestId)).toEqual([]);
    expect((await register.retention.schedules()).map(({ version }) => version)).toEqual([2, 1, 0]);
  });

  it('is warned of once for each reader and each time, and a letter is taken once', async () => {
    const requestId = await answered('2020-03-01', false);
    expect((await register.retention.toWarn(none, 50)).map(one => one.requestId)).toContain(requestId);
    expect(await register.retentionWarnings.note(await retained(requestId), 1)).toBe(1);
    expect(await register.retentionWarnings.note(await retained(requestId), 1)).toBe(0);
    const { reference } = await retained(requestId);
    const [letter, ...others] = await register.retentionWarnings.take(10);
    expect(others).toEqual([]);
    expect(letter?.requests).toContainEqual({ reference, dueOn: '2023-03-01', number: 1 });
    expect(await register.retentionWarnings.take(10)).toEqual([]);
    if (letter) await register.retentionWarnings.settle(letter, 'accepted');
  });
});

describe('a hold (R49a)', () => {
  it('stands against an erasure until it is lifted, and each is recorded with who did it', async () => {
    const requestId = await answered('2020-01-31');
    const holdId = randomUUID();
    const hold = { holdId, because: 'claim', wordsId: randomUUID() } as const;
    expect(await register.retention.placeHold(requestId, hold, 'staff-7')).toBe('placed');
    expect(await register.retention.placeHold(requestId, hold, 'staff-7')).toBe('placed');
    expect(await codes(requestId)).toEqual(['legal-hold']);
    expect(await register.retention.placeHold(randomUUID(), hold, 'staff-7')).toBe('no-such-request');
    const words = randomUUID();
    expect(await register.retention.liftHold(requestId, holdId, words, 'staff-8')).toBe('lifted');
    expect(await register.retention.liftHold(requestId, holdId, randomUUID(), 'staff-8')).toBe(
      'lifted-before',
    );
    expect(await register.retention.liftHold(requestId, randomUUID(), words, 'staff-8')).toBe('no-such-hold');
    expect(await codes(requestId)).toEqual([]);
    const actions = (await register.audit(requestId)).map(({ action, by }) => `${action} ${by}`);
    expect(actions).toEqual(expect.arrayContaining(['HoldPlaced staff-7', 'HoldLifted staff-8']));
  });
});

describe('an erasure', () => {
  it('is proposed by one person and approved by another, never by the same', async () => {
    const requestId = await answered('2020-01-31');
    const erasureId = randomUUID();
    expect(await register.erasures.propose(erasureId, [requestId], leads, 'staff-7')).toEqual([]);
    expect(await codes(requestId)).toEqual(['under-way']);
    expect(await register.erasures.decide(erasureId, 'approved', 'staff-7')).toBe('own-proposal');
    expect(await register.erasures.decide(randomUUID(), 'approved', 'staff-8')).toBe('no-such-erasure');
    expect(await register.erasures.decide(erasureId, 'approved', 'staff-8')).toBe('decided');
    expect(await register.erasures.decide(erasureId, 'approved', 'staff-8')).toBe('decided');
    expect(await register.erasures.decide(erasureId, 'rejected', 'staff-7')).toBe('decided-before');
    expect(await register.erasures.byId(erasureId)).toMatchObject({
      proposedBy: 'staff-7',
      decidedBy: 'staff-8',
      requests: [{ requestId, state: 'approved', blocks: [] }],
    });
  });

  it('is passed over, with the reason, where a hold was placed after its approval', async () => {
    const requestId = await answered('2020-01-31');
    const erasureId = randomUUID();
    await register.erasures.propose(erasureId, [requestId], leads, 'staff-7');
    await register.erasures.decide(erasureId, 'approved', 'staff-8');
    const hold = { holdId: randomUUID(), because: 'claim', wordsId: randomUUID() } as const;
    await register.retention.placeHold(requestId, hold, 'staff-7');
    const one: ErasureToDo = { erasureId, requestId, state: 'approved' };
    expect((await register.erasures.begin(one, leads, 0)).map(({ code }) => code)).toEqual(['legal-hold']);
    expect(await register.erasures.byId(erasureId)).toMatchObject({ requests: [{ state: 'blocked' }] });
    expect(await codes(requestId)).toEqual(['legal-hold']);
  });

  it('holds off a reopening once there is no way back, and one that came before stands against it', async () => {
    const [early, late] = [await answered('2020-01-31'), await answered('2020-01-31')];
    const reopened = async (requestId: string) => {
      const { cases } = await retained(requestId);
      const again = aSummary({ requestId, caseId: cases[0]?.caseId ?? '', run: 2 });
      return register.intake.addRun({ opening: anOpening(again), summary: again });
    };
    const approved = async (requestId: string): Promise<ErasureToDo> => {
      const erasureId = randomUUID();
      await register.erasures.propose(erasureId, [requestId], leads, 'staff-7');
      await register.erasures.decide(erasureId, 'approved', 'staff-8');
      return { erasureId, requestId, state: 'approved' };
    };
    const [first, second] = [await approved(early), await approved(late)];
    expect(await reopened(early)).toBe('added');
    const blocks = await register.erasures.begin(first, leads, 0);
    expect(blocks.map(({ code }) => code)).toContain('open-case');

    expect(await register.erasures.begin(second, leads, 0)).toEqual([]);
    expect(await reopened(late)).toBe('erased');
    expect((await retained(late)).state).toBe('destroying');
  });

  it('holds off a hold once there is no way back, and a certificate is never changed', async () => {
    const requestId = await answered('2020-01-31');
    const erasureId = randomUUID();
    await register.erasures.propose(erasureId, [requestId], leads, 'staff-7');
    await register.erasures.decide(erasureId, 'approved', 'staff-8');
    await register.erasures.begin({ erasureId, requestId, state: 'approved' }, leads, 0);
    const hold = { holdId: randomUUID(), because: 'claim', wordsId: randomUUID() } as const;
    expect(await register.retention.placeHold(requestId, hold, 'staff-7')).toBe('erased');
    await expect(
      register.database.change('UPDATE register.erasure_certificate SET hash = hash'),
    ).rejects.toThrow();
    await expect(register.database.change('DELETE FROM register.erasure_certificate')).rejects.toThrow();
  });
});
