import { readSettings, tellSettings } from './index.js';

describe('the settings of an app, told', () => {
  const told = tellSettings(
    'worker',
    readSettings('worker', {
      DATABASE_URL: 'postgres://a:hunter2@127.0.0.1/duly',
      KEYS_DATABASE_URL: 'postgres://a:hunter2@127.0.0.1/keys',
      SMTP_PASSWORD: 'hunter2',
      TREE_HEAD_EVERY: 'PT2H',
    }),
  );
  const of = (name: string) => told.find(one => one.name === name);

  it('say of each what is in force and whether it was set, and of a secret nothing more', () => {
    expect(of('TREE_HEAD_EVERY')).toMatchObject({ value: '7200', standing: 'set' });
    expect(of('SMTP_PASSWORD')).toMatchObject({ value: null });
    expect(told.some(({ standing }) => standing === 'default')).toBe(true);
    expect(JSON.stringify(told)).not.toContain('hunter2');
  });
});
