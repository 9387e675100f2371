import { randomUUID } from 'node:crypto';
import { ensureNamespace, openTemporal } from '@duly/temporal';
import { testTemporal, type TestTemporal } from './index.js';

let server: TestTemporal;
beforeAll(async () => {
  server = await testTemporal();
});
afterAll(() => server.stop());

it('makes a namespace once, and leaves one that is there', async () => {
  const client = openTemporal({
    temporalAddress: server.address,
    temporalNamespace: 'default',
    temporalTls: false,
    temporalApiKey: undefined,
    temporalPayloadKeys: `first:${Buffer.alloc(32, 1).toString('base64')}`,
  });
  const namespace = `spec-${randomUUID()}`;
  const made = [await ensureNamespace(client, namespace, 30), await ensureNamespace(client, namespace, 30)];
  await client.connection.close();
  expect(made).toEqual([true, false]);
});
