import { duly, read } from '../run.given.js';
import { accessCase, answerLine, line } from './case.given.js';

describe('what duly clock adds', () => {
  const received = line(accessCase('a'));

  it('--explain: the steps', async () => {
    const { lines, code } = await duly(['clock', '--explain'], received);
    const { steps, ...rest } = read(lines[0]);
    expect(line(rest)).toBe(answerLine('a'));
    expect(steps).toContainEqual(
      expect.objectContaining({
        rule: 'R11',
        outcome: '2026-04-30',
        text: expect.stringContaining('31 April') as unknown,
      }),
    );
    expect(code).toBe(0);
  });

  it('--text: a heading for each case, then numbered lines', async () => {
    const { lines, code } = await duly(['clock', '--text'], `${received}\n{"id":"b"}\n`);
    expect(lines[0]).toBe('Case a: due on Thursday 30 April 2026 (RUNNING)');
    expect(lines[1]).toMatch(/^1\. Received on .*\(R2; /);
    expect(lines.filter(one => /^\d+\. /.test(one)).length).toBeGreaterThan(2);
    expect(lines.at(-2)).toMatch(/^Case b: cannot be worked out. right: /);
    expect(code).toBe(2);
  });

  it('--text: why there is no date', async () => {
    const asked = accessCase('a', {
      events: [
        { type: 'received', date: '2026-03-31' },
        { type: 'id_requested', date: '2026-04-01' },
      ],
    });
    const { lines } = await duly(['clock', '--text'], line(asked));
    expect(lines[0]).toMatch(/^Case a: no due date \(AWAITING_ID\)\. .+/);
  });

  it('--what-if: what stands, and what would be', async () => {
    const { lines, code } = await duly(['clock', '--what-if', 'extension_notified@2026-04-20'], received);
    const { whatIf, ...stands } = read(lines[0]);
    expect(line(stands)).toBe(answerLine('a'));
    expect(whatIf).toEqual({
      assuming: [{ type: 'extension_notified', date: '2026-04-20' }],
      answer: expect.objectContaining({ effectiveDueDate: '2026-06-30', extensionValid: true }) as unknown,
      moved: ['effectiveDueDate', 'conservativeDueDate', 'planBy'].map(field => ({
        field,
        from: '2026-04-30',
        to: '2026-06-30',
        isEarlier: false,
      })),
    });
    expect(code).toBe(0);
  });

  it('--what-if: several facts together, also after asOf, also as text', async () => {
    const supposed = ['clarification_requested@2026-04-20:c1', 'clarification_received@2026-04-23:c1'];
    const options = supposed.flatMap(fact => ['--what-if', fact]);
    const { lines } = await duly(['clock', ...options], line(accessCase('a', { asOf: '2026-04-10' })));
    expect(read(lines[0])['whatIf']).toMatchObject({ answer: { dueDate: '2026-05-05', excludedDays: 4 } });
    const { lines: text } = await duly(['clock', '--text', ...options], received);
    expect(text.find(one => one.startsWith('What if '))).toBe(
      'What if clarification requested on Monday 20 April 2026, clarification received on Thursday 23 April 2026: due on Tuesday 5 May 2026 (RUNNING)',
    );
  });

  it('--what-if: a fact that cannot be is told with its case', async () => {
    const { lines } = await duly(['clock', '--what-if', 'extension_notified@2026-03-01'], received);
    expect(read(lines[0])['whatIf']).toMatchObject({ error: { code: 'BEFORE_RECEIPT' } });
  });

  it('--what-if: text that is no fact', async () => {
    for (const text of [
      'extended',
      'extended@2026-04-20',
      'extension_notified@2026-02-30',
      'fee_requested@2026-04-01',
    ]) {
      const { lines, errors, code } = await duly(['clock', '--what-if', text], received);
      expect([lines, code]).toEqual([[], 2]);
      expect(errors).toMatch(/^duly clock: --what-if: /);
    }
    expect((await duly(['clock', '--what-if', 'id_requested@tomorrow'], received)).code).toBe(0);
  });
});
