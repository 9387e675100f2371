import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duly } from '../run.given.js';

const folder = mkdtempSync(join(tmpdir(), 'duly-letters-'));
const file = join(folder, 'reviewed.json');
afterAll(() => rmSync(folder, { recursive: true }));

describe('duly letters', () => {
  it('lists every template with version and wording, and says that nobody has reviewed ours', async () => {
    const { code, lines } = await duly(['letters', 'list']);
    const out = lines.join('\n');
    expect(code).toBe(1);
    expect(out).toMatch(/^refusal@\d+ +en {2}[0-9a-f]{16} {2}not reviewed$/mu);
    // Also what no case orders: the digest of staff, and what teams are asked.
    expect(out).toMatch(/^digest@\d+ +en {2}[0-9a-f]{16} {2}not reviewed$/mu);
    expect(out).toMatch(/^source-ask@\d+ /mu);
    expect(out).not.toContain('reviewed by');
  });

  it('records a review of one wording, keeps it, and adds the rest', async () => {
    const by = ['--by', 'Example LLP', '--on', '2026-11-22', '--file', file];
    expect((await duly(['letters', 'reviewed', '--template', 'refusal', ...by])).code).toBe(0);
    const one = await duly(['letters', 'list', '--file', file]);
    expect([
      one.code,
      one.lines.filter(line => line.includes('reviewed by Example LLP on 2026-11-22')).length,
    ]).toEqual([1, 1]);
    expect((await duly(['letters', 'reviewed', '--all', ...by])).code).toBe(0);
    expect((await duly(['letters', 'list', '--file', file])).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toContainEqual(
      expect.objectContaining({
        template: 'refusal',
        language: 'en',
        reviewer: 'Example LLP',
        on: '2026-11-22',
      }),
    );
  });

  it.each([
    [['--template', 'reply', '--by', 'A', '--on', '2026-11-22', '--file', file], 'no template “reply”'],
    [['--all', '--on', '2026-11-22', '--file', file], '--by is missing'],
    [['--all', '--by', 'A', '--on', '22/11/2026', '--file', file], 'is no date'],
    [['--by', 'A', '--on', '2026-11-22', '--file', file], 'Name what was reviewed'],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, errors: err } = await duly(['letters', 'reviewed', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});
