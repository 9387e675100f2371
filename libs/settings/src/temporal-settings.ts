import { hostAndPort, onOff, text } from './kinds.js';
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
  temporalTaskQueue: setting(text, {
    describes: 'the task queue on which the worker serves the cases',
    default: 'rights-requests',
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
