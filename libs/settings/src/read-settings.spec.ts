import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SettingsError, type Environment } from './index.js';

const databases = {
  DATABASE_URL: 'postgres://a@127.0.0.1/duly',
  KEYS_DATABASE_URL: 'postgres://a@127.0.0.1/keys',
};

function wrongIn(environment: Environment): Record<string, string> {
  try {
    readSettings('worker', environment);
  } catch (error) {
    if (error instanceof SettingsError)
      return Object.fromEntries(error.wrong.map(one => [one.name, one.problem]));
    throw error;
  }
  return {};
}

describe('reading settings', () => {
  it('gives defaults in development, each read by the same kind as a given value', () => {
    const settings = readSettings('worker', databases);
    expect(settings.smtpPort).toBe(2525);
    expect(settings.alarmWindow).toBe(300);
    expect(settings.abandonAfter).toEqual({ months: 1, days: 0 });
    expect(settings.approveRefusals).toBe(false);
    expect(settings.organisationAddress).toContain('\n');
    expect(settings.regulators[0].name).toContain('(ICO)');
    expect(settings.smtpPassword).toBeUndefined();
  });

  it('treats an empty value as not given', () => {
    expect(readSettings('worker', { ...databases, SMTP_PORT: '' }).smtpPort).toBe(2525);
  });

  it('names every wrong setting at once, and never its value', () => {
    const environment = {
      ...databases,
      DATABASE_URL: 'mysql://root:hunter2@db',
      SMTP_PORT: '70000',
      MAIL_FROM: 'a@b.example, c@d.example',
    };
    expect(Object.keys(wrongIn(environment)).sort()).toEqual(['DATABASE_URL', 'MAIL_FROM', 'SMTP_PORT']);
    expect(() => readSettings('worker', environment)).toThrow(/3 settings are wrong/);
    expect(() => readSettings('worker', environment)).not.toThrow(/hunter2/);
  });

  it('says what to do about a setting that must always be given', () => {
    expect(() => readSettings('api', {})).toThrow(
      /DATABASE_URL is not set\. This is the PostgreSQL database .* set DATABASE_URL or DATABASE_URL_FILE\./,
    );
  });

  it('lets production rely on no default that only suits a developer’s machine', () => {
    const wrong = wrongIn({ ...databases, NODE_ENV: 'production' });
    expect(wrong['SMTP_HOST']).toContain('production may not rely on the default');
    expect(wrong['ORGANISATION_NAME']).toBeDefined();
    expect(wrong['ALARM_WINDOW']).toBeUndefined();
  });

  it('refuses a moved clock in production', () => {
    const moved = { ...databases, CLOCK_OFFSET: 'P3650D' };
    expect(readSettings('api', moved).clockOffset).toBe(3650 * 86_400);
    expect(() => readSettings('api', { ...moved, NODE_ENV: 'production' })).toThrow(
      /CLOCK_OFFSET is a tool of development/,
    );
  });

  it('refuses in production that this machine itself is called as another system', () => {
    const loopback = { ...databases, HOOKS_LOOPBACK: '127.0.0.1:8080' };
    expect(readSettings('api', loopback).hooksLoopback).toHaveLength(1);
    expect(() => readSettings('api', { ...loopback, NODE_ENV: 'production' })).toThrow(
      /HOOKS_LOOPBACK is a tool of development/,
    );
  });

  it.each([
    ['ALARM_WINDOW', 'P1M', 'must be an ISO 8601 duration of days'],
    ['ALARM_WINDOW', 'PT', 'must name at least one part'],
    ['ABANDON_AFTER', 'P', 'must name months or days'],
    ['CALENDAR', 'france', 'must be one of england-and-wales'],
    ['APPROVE_FEES', 'perhaps', 'must be on or off'],
    ['TEMPORAL_ADDRESS', 'http://temporal', 'must look like host:port'],
    ['SMTP_HOST', 'mail.example:25', 'without a port'],
    ['REGULATORS', '{', 'must be JSON on one line'],
    ['REGULATORS', '[]', 'must name at least one regulator'],
    ['REGULATORS', '[{"from":"2018-02-30"}]', 'at 0.from: must be a date'],
  ])('refuses %s=%s', (name, value, problem) => {
    expect(wrongIn({ ...databases, [name]: value })[name]).toContain(problem);
  });

  it('refuses regulators out of order', () => {
    const body = { name: 'x', postalAddress: 'y', phone: '1', website: 'https://x.example' };
    const list = JSON.stringify([
      { from: '2030-01-01', ...body },
      { from: '2020-01-01', ...body },
    ]);
    expect(wrongIn({ ...databases, REGULATORS: list })['REGULATORS']).toContain('in the order');
  });
});

describe('secrets in files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duly-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'password');
  writeFileSync(path, 'correct horse\n');

  it('reads a secret from the file its _FILE names, without the last line break', () => {
    expect(readSettings('worker', { ...databases, SMTP_PASSWORD_FILE: path }).smtpPassword).toBe(
      'correct horse',
    );
  });

  it('refuses a file that is not there, and a secret given twice', () => {
    expect(wrongIn({ ...databases, SMTP_PASSWORD_FILE: join(folder, 'none') })['SMTP_PASSWORD']).toContain(
      'cannot be read',
    );
    expect(
      wrongIn({ ...databases, SMTP_PASSWORD: 'x', SMTP_PASSWORD_FILE: path })['SMTP_PASSWORD'],
    ).toContain('given twice');
  });

  it('reads nothing but secrets from files', () => {
    expect(readSettings('worker', { ...databases, SMTP_HOST_FILE: path }).smtpHost).toBe('127.0.0.1');
  });
});
