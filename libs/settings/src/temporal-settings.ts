import { hostAndPort, masterKeys, onOff, text, webOrigins } from './kinds.js';
import { setting } from './setting.js';

const connection = {
  temporalNamespace: setting(text, { describes: 'the Temporal namespace of the cases', default: 'default' }),
  temporalTls: setting(onOff, { describes: 'whether Temporal is reached over TLS', default: 'off' }),
  temporalApiKey: setting(text, { describes: 'the API key for Temporal, where it wants one', secret: true }),
};

const temporalPlaceSettings = {
  temporalAddress: setting(hostAndPort, {
    describes: 'the address of the Temporal frontend',
    unit: 'host:port',
    default: '127.0.0.1:7233',
    mustBeSet: 'in production',
  }),
  ...connection,
};

export const temporalSettings = {
  ...temporalPlaceSettings,
  temporalPayloadKeys: setting(masterKeys, {
    describes:
      'the keys that lock everything that is handed to Temporal; the first locks, all open: put a new one first, and keep the old ones for as long as cases last that began under them',
    unit: 'name:32 bytes in base64, a comma between two',
    default: 'development:ZHVseSBkZXZlbG9wbWVudCBwYXlsb2FkIGtleSEhISE=',
    mustBeSet: 'in production',
    secret: true,
  }),
  temporalTaskQueue: setting(text, {
    describes: 'the task queue on which the worker serves the cases',
    default: 'rights-requests',
  }),
};

/** Who may ask the API to open what Temporal holds. */
export const codecSettings = {
  temporalUiOrigins: setting(webOrigins, {
    describes:
      'the origins of Temporal’s web UI whose pages may ask `/v1/codec/decode` to open payloads for an auditor who has signed in; none where it is not set',
    unit: 'origins, a comma between two',
  }),
};

/** `npm start` uses a Temporal of the user's only when asked, so here the address has no default. */
export const ownTemporalSettings = {
  temporalAddress: setting(hostAndPort, {
    describes: 'your own Temporal, used by `npm start` instead of one it finds or builds',
    unit: 'host:port',
  }),
  ...connection,
};
