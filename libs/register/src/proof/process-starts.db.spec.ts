import type { Register } from '../index.js';
import { aRegister } from '../register.given.js';

let register: Register;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ register, stop } = await aRegister());
});
afterAll(() => stop());

it('a start says by which settings, law and code the process works, and a later one what of it has changed', async () => {
  const start = { app: 'worker', settings: { warnBefore: 7 }, code: 'a'.repeat(64) } as const;
  const bundles = { 'rights-request': 'b'.repeat(64) };
  await register.processStarted({ ...start, bundles });
  await register.processStarted({ ...start, bundles });
  await register.processStarted({ ...start, app: 'api' });
  await register.processStarted({ ...start, settings: { warnBefore: 5 }, code: 'c'.repeat(64) });
  await register.auditTree.grow();
  const entries = await register.auditTree.entries(0, 20);
  expect(entries.map(({ action, detail }) => [action, detail['app']])).toEqual([
    ['ProcessStarted', 'worker'],
    ['ProcessStarted', 'worker'],
    ['ProcessStarted', 'api'],
    ['ProcessStarted', 'worker'],
    ['SettingsChanged', 'worker'],
    ['CodeChanged', 'worker'],
  ]);
  const [first, , , last, settings] = entries.map(({ detail }) => detail);
  expect(first).toMatchObject({ code: 'a'.repeat(64), 'bundle:rights-request': 'b'.repeat(64) });
  expect(settings).toMatchObject({ before: first?.['settings'], after: last?.['settings'] });
});
