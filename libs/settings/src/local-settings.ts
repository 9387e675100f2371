import { port, text, webAddress } from './kinds.js';
import { setting } from './setting.js';

/** Where `npm start` puts what it keeps, and the ports it listens on, all of them on 127.0.0.1. */
export const localSettings = {
  dataFolder: setting(text, { describes: 'the folder `npm start` keeps its data in', default: '.duly' }),
  apiPort: setting(port, { describes: 'the port of the API', default: '3000' }),
  consolePort: setting(port, { describes: 'the port of the console', default: '3001' }),
  mailPagePort: setting(port, {
    describes: 'the port of the page that shows caught letters',
    default: '3002',
  }),
  signInPort: setting(port, { describes: 'the port of the sign-in for development', default: '3003' }),
  smtpPort: setting(port, { describes: 'the port on which letters are caught', default: '2525' }),
  temporalPort: setting(port, {
    describes: 'the port of the Temporal that `npm start` brings up',
    default: '7233',
  }),
  temporalUiPort: setting(port, { describes: 'the port of Temporal’s web pages', default: '8233' }),
  postgresPort: setting(port, {
    describes: 'the port of the PostgreSQL that `npm start` brings up',
    default: '5433',
  }),
};

export const commandLineSettings = {
  apiUrl: setting(webAddress, {
    describes: 'the API the command line asks',
    default: 'http://127.0.0.1:3000',
  }),
  apiToken: setting(text, {
    describes:
      'the access token of the command line: of role auditor to read cases, of role administrator for calendars; without it the sign-in for development gives one',
    secret: true,
  }),
};
