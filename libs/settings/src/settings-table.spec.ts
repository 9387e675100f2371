import { apps, environmentName, readGroup, setting, settingsTable, type Settings } from './index.js';
import { port } from './kinds.js';

const table = settingsTable();

describe('the table of settings', () => {
  it('has a row for every setting of every app', () => {
    for (const settings of Object.values(apps)) {
      for (const key of Object.keys(settings)) expect(table).toContain(`\`${environmentName(key)}\``);
    }
  });

  it('says who reads a setting, its unit, and what production must do', () => {
    expect(table).toContain(
      '| `SMTP_HOST` | the SMTP server that takes the letters | `127.0.0.1` | must be set | worker |',
    );
    expect(table).toMatch(
      /\| `CLOCK_OFFSET` \|.*\(ISO 8601 duration\) \| `PT0S` \| refused \| api, console \|/,
    );
    expect(table).toMatch(/\| `LOG_LEVEL` \|.*\| api, worker, console \|/);
    expect(table).toContain('`DATABASE_URL` or `DATABASE_URL_FILE`');
  });

  it('has as many cells in each row', () => {
    for (const row of table.split('\n')) expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
  });
});

describe('declaring a setting', () => {
  it('derives its name in the environment', () => {
    expect(environmentName('temporalUiPort')).toBe('TEMPORAL_UI_PORT');
  });

  it.each(Object.entries<Settings>(apps))(
    'has a default its own kind accepts, for every setting of %s',
    (_app, settings) => {
      for (const [key, one] of Object.entries(settings)) {
        if (one.default !== undefined)
          expect([key, one.kind.safeParse(one.default).success]).toEqual([key, true]);
      }
    },
  );

  it('is one line in a group of one’s own', () => {
    const own = { examplePort: setting(port, { describes: 'a port', default: '8080' }) };
    expect(readGroup('example', own, { EXAMPLE_PORT: '81' }).examplePort).toBe(81);
  });
});
