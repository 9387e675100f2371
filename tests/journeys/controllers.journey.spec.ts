import { jest } from '@jest/globals';
import type { EntityHeld } from '@duly/register';
import type { CaseLife } from './case-life.js';
import { Shelf } from './collected.js';
import { built } from './disclosing.js';
import { TwoControllers } from './two-controllers.js';

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
beforeAll(async () => {
  both = await TwoControllers.begin();
  shelf = await Shelf.of(both.first.journey);
}, 240_000);
afterAll(async () => {
  await shelf.close();
  await both.end();
});

async function withPackage(): Promise<CaseLife> {
  const life = await both.open();
  await shelf.collected(life, entities, [readings], 'A contract.');
  await built(life);
  return life;
}

describe('a package that goes straight to another controller (UK GDPR Art 20(2))', () => {
  it('arrives whole, with a receipt that the other has signed', async () => {
    const life = await withPackage();
    const delivery = await both.sent(life);
    const there = await both.is(
      life,
      delivery,
      'The receipt',
      ({ transfer }) => transfer?.state !== 'sending',
    );
    expect(there.transfer).toMatchObject({ state: 'received', because: null, to: 'Other Power' });
    expect(there.transfer?.receipt).toContain('duly transfer receipt v1');
  });
});
