import { randomUUID } from 'node:crypto';
import type { CaseSummary } from '@duly/case';
import { toCivilDate as on } from '@duly/law';
import type { Register } from './index.js';
import { aRegister, aStep, aSummary, received } from './register.given.js';
import type { SampleAsked } from './sampling.js';

let register: Register;
let stop: () => Promise<void>;
/** Closed late in the second quarter of 2036. */
const late = new Set<string>();
const seed = 'spec-4711';

async function closed(many: number, given: Partial<CaseSummary>): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let place = 0; place < many; place += 1) {
    const summary = aSummary({
      caseId: randomUUID(),
      requestId: randomUUID(),
      reference: `DR-2036-${String(place).padStart(6, '0')}-${given.closedOn ?? 'open'}-${given.inTime ?? ''}`,
      ...given,
    });
    await register.cases.applyStep(aStep({ summary, events: [received()] }));
    ids.push(summary.caseId);
  }
  return ids;
}
const ended = (closedOn: string, inTime: boolean): Partial<CaseSummary> => ({
  state: 'CLOSED_COMPLETED',
  outcome: 'answered',
  closedOn: on(closedOn),
  inTime,
});

beforeAll(async () => {
  ({ register, stop } = await aRegister());
  for (const day of ['2036-04-01', '2036-05-15', '2036-06-30'])
    for (const id of await closed(20, ended(day, false))) late.add(id);
  // Late, and a day outside the quarter; in the quarter, and in time; in it, and open.
  for (const day of ['2036-03-31', '2036-07-01']) await closed(5, ended(day, false));
  await closed(5, ended('2036-05-15', true));
  await closed(5, {});
});
afterAll(() => stop());

const quarter: SampleAsked = {
  size: 40,
  seed,
  closedFrom: on('2036-04-01'),
  closedTo: on('2036-06-30'),
  isLate: true,
};
const drawn = async (asked: Partial<SampleAsked> = {}): Promise<readonly string[]> =>
  (await register.sample({ ...quarter, ...asked })).cases.map(({ caseId }) => caseId);

describe(`forty random cases closed late in the second quarter (seed ${seed})`, () => {
  it('are forty of the sixty that there are, both last days among them, and nothing else', async () => {
    const { population, cases } = await register.sample(quarter);
    expect(population).toBe(60);
    expect(cases).toHaveLength(40);
    expect(new Set(cases.map(({ caseId }) => caseId)).size).toBe(40);
    for (const { caseId } of cases) expect(late.has(caseId)).toBe(true);
    expect(new Set(await drawn({ size: 60 }))).toEqual(late);
  });

  it('are the same by the same seed, and others by another', async () => {
    expect(await drawn()).toEqual(await drawn());
    expect(await drawn({ seed: 'spec-4712' })).not.toEqual(await drawn());
  });

  it('begin with the smaller sample of the same seed: who asks for more does not draw anew', async () => {
    expect((await drawn()).slice(0, 7)).toEqual(await drawn({ size: 7 }));
  });

  it('leave no case out for ever: over many seeds each is drawn', async () => {
    const seen = new Set<string>();
    for (let number = 0; number < 20; number += 1)
      for (const id of await drawn({ seed: `${seed}-${number}` })) seen.add(id);
    expect(seen).toEqual(late);
  });

  it('are fewer where there are fewer', async () => {
    const { population, cases } = await register.sample({ ...quarter, closedFrom: on('2036-06-30') });
    expect([population, cases.length]).toEqual([20, 20]);
  });
});
