import { connectionTo } from './index.js';

const place = (more: object = {}) => ({
  temporalAddress: '127.0.0.1:7233',
  temporalNamespace: 'default',
  temporalTls: false,
  temporalApiKey: undefined,
  ...more,
});

it('sends an API key over TLS only', () => {
  expect(connectionTo(place())).toEqual({ address: '127.0.0.1:7233' });
  expect(connectionTo(place({ temporalApiKey: 'key' }))).toEqual({
    address: '127.0.0.1:7233',
    tls: true,
    apiKey: 'key',
  });
});
