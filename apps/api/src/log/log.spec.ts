import { correlationOf } from './correlation.js';
import { openLog } from './log.js';

function lines(): {
  readonly written: () => readonly Record<string, unknown>[];
  readonly log: ReturnType<typeof openLog>;
} {
  const texts: string[] = [];
  const log = openLog('info', { write: text => void texts.push(text) });
  return { log, written: () => texts.map(text => JSON.parse(text) as Record<string, unknown>) };
}

describe('the log', () => {
  it('is JSON, one line each, with a time and a level in words', () => {
    const { log, written } = lines();
    log.info({ caseId: 'c1' }, 'answered');
    expect(written()).toMatchObject([{ level: 'info', app: 'api', caseId: 'c1', msg: 'answered' }]);
    expect(written()[0]?.['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('hides what may name a person, wherever it stands', () => {
    const { log, written } = lines();
    log.warn(
      { body: { words: 'x' }, request: { authorization: 'Bearer abc', subject: { name: 'Quillon' } } },
      'm',
    );
    const [line] = written();
    expect(JSON.stringify(line)).not.toMatch(/Quillon|abc|"x"/);
  });

  it('keeps of an error its kind, code and place', () => {
    const { log, written } = lines();
    log.error({ err: Object.assign(new Error('it broke'), { code: 'E1', detail: 'Quillon' }) }, 'm');
    expect(written()[0]).toMatchObject({ err: { type: 'Error', code: 'E1', message: 'it broke' } });
    expect(JSON.stringify(written())).not.toContain('Quillon');
  });
});

describe('a correlation id', () => {
  it('is the caller’s where it is an acceptable one, else new', () => {
    expect(correlationOf({ headers: { 'x-correlation-id': 'console-0001' } })).toBe('console-0001');
    for (const odd of ['short', 'two\nlines-here', 'a name with spaces', 'x'.repeat(65)])
      expect(correlationOf({ headers: { 'x-correlation-id': odd } })).toMatch(/^[0-9a-f-]{36}$/);
  });
});
