import { masterKeys, postgresAddress, wholeNumber } from './kinds.js';
import { setting } from './setting.js';

export const databaseSettings = {
  databaseUrl: setting(postgresAddress, {
    describes: 'the PostgreSQL database of requests, cases and letters',
    mustBeSet: 'always',
    secret: true,
  }),
  databasePoolSize: setting(wholeNumber(1, 500), {
    describes: 'the most connections one process holds to each database',
    default: '10',
  }),
};

/** Keys live apart and are backed up apart, so that destroying one destroys what it locked in every copy. */
export const keysDatabaseSettings = {
  keysDatabaseUrl: setting(postgresAddress, {
    describes: 'the PostgreSQL database of keys, apart from the data they lock',
    mustBeSet: 'always',
    secret: true,
  }),
  vaultMasterKeys: setting(masterKeys, {
    describes: 'the master keys that lock the keys of requests; the first locks, all open',
    unit: 'name:32 bytes in base64, a comma between two',
    default: 'development:ZHVseSBkZXZlbG9wbWVudCBrZXksIG5vIHNlY3JldCE=',
    mustBeSet: 'in production',
    secret: true,
  }),
};
