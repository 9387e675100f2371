import { duration, hostName, text, webAddress } from './kinds.js';
import { setting } from './setting.js';

/** The console speaks to browsers and to the API, and to nothing else. */
export const consoleSettings = {
  consoleHost: setting(hostName, { describes: 'the address the console listens on', default: '127.0.0.1' }),
  consoleUrl: setting(webAddress, {
    describes: 'where browsers reach the console; the sign-in returns to `/sign-in/return` beneath it',
    default: 'http://127.0.0.1:3001',
    mustBeSet: 'in production',
  }),
  oidcClient: setting(text, {
    describes: 'the name under which the issuer knows the console',
    default: 'duly-console',
  }),
  oidcClientSecret: setting(text, {
    describes: 'the console’s secret at the issuer; none for a public client, which has PKCE alone',
    secret: true,
  }),
  sessionKeys: setting(
    text.refine(
      written => written.split(',').every(one => /^[A-Za-z0-9+/]{43}=$/.test(one.trim())),
      'must be 32 random bytes in base64 as `openssl rand -base64 32` makes them, the newest first, with a comma between two',
    ),
    {
      describes: 'the keys that seal the sessions of browsers',
      unit: '32 bytes in base64, a comma between two, the newest first',
      default: 'ZHVseS1jb25zb2xlLWZvci1kZXZlbG9wbWVudC1vbmw=',
      mustBeSet: 'in production',
      secret: true,
    },
  ),
  sessionLength: setting(duration, {
    describes: 'how long a browser stays signed in, at most; never longer than the issuer’s access token',
    unit: 'ISO 8601 duration',
    default: 'PT8H',
  }),
  consoleColour: setting(
    text.refine(written => /^#[0-9a-f]{6}$/i.test(written), 'must be a colour such as #1d70b8'),
    {
      describes: 'the organisation’s colour at the head of each page, dark enough for white letters',
      default: '#14365d',
    },
  ),
};
