import { readSettings, tellSettings } from './index.js';

describe('the settings of an app, told', () => {
  const environment = {
    DATABASE_URL: 'postgres://a:hunter2@127.0.0.1/duly',
    KEYS_DATABASE_URL: 'postgres://a:hunter2@127.0.0.1/keys',
    SMTP_PASSWORD: 'hunter2',
    TREE_HEAD_EVERY: 'PT2H',
  };
  const told = tellSettings('worker', readSettings('worker', environment), environment);
  const of = (name: string) => told.find(one => one.name === name);

  it('say of each what is in force, as one would write it, and whether it was set; of a secret nothing more', () => {
    expect(of('TREE_HEAD_EVERY')).toMatchObject({ value: 'PT2H', standing: 'set' });
    expect(of('HOOKS_TIMEOUT')).toMatchObject({ value: 'PT15S', standing: 'default' });
    expect(of('SMTP_PASSWORD')).toMatchObject({ value: null });
    expect(JSON.stringify(told)).not.toContain('hunter2');
  });
});
