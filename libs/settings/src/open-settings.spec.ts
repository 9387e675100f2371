import { openSettings, readSettings } from './index.js';

describe('the open settings of an app', () => {
  const settings = readSettings('worker', {
    DATABASE_URL: 'postgres://a:hunter2@127.0.0.1/duly',
    KEYS_DATABASE_URL: 'postgres://a:hunter2@127.0.0.1/keys',
    SMTP_PASSWORD: 'hunter2',
  });

  it('hold what was read, and no secret', () => {
    const open = openSettings('worker', settings);
    expect(open['treeHeadEvery']).toBe(3_600);
    for (const name of [
      'databaseUrl',
      'keysDatabaseUrl',
      'smtpPassword',
      'vaultMasterKeys',
      'auditSigningKeys',
    ])
      expect(open).not.toHaveProperty(name);
    expect(JSON.stringify(open)).not.toContain('hunter2');
  });
});
