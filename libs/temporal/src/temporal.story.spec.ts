import { randomUUID } from 'node:crypto';
import { testTemporal, type TestTemporal } from '@duly/testing';
import { connectionTo, ensureNamespace, openTemporal } from './index.js';

let server: TestTemporal;
beforeAll(async () => {
  server = await testTemporal();
});
afterAll(() => server.stop());

const place = (more: object = {}) => ({
  temporalAddress: server.address,
  temporalNamespace: 'default',
  temporalTls: false,
  temporalApiKey: undefined,
  temporalPayloadKeys: `first:${Buffer.alloc(32, 1).toString('base64')}`,
  ...more,
});

it('makes a namespace once, and leaves one that is there', async () => {
  const client = openTemporal(place());
  const namespace = `spec-${randomUUID()}`;
  const made = [await ensureNamespace(client, namespace, 30), await ensureNamespace(client, namespace, 30)];
  await client.connection.close();
  expect(made).toEqual([true, false]);
});

it('sends an API key over TLS only', () => {
  expect(connectionTo(place())).toEqual({ address: server.address });
  expect(connectionTo(place({ temporalApiKey: 'key' }))).toEqual({
    address: server.address,
    tls: true,
    apiKey: 'key',
  });
});
