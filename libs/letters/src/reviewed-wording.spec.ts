import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeReviews } from '@duly/notices';
import { lettersMustBeReady } from './reviewed-wording.js';

const folder = mkdtempSync(join(tmpdir(), 'duly-reviews-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (content: unknown): string => {
  const file = join(folder, 'reviewed.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

const all = judgeReviews([]).map(({ review: _none, ...one }) => ({
  ...one,
  reviewer: 'Example LLP',
  on: '2026-11-22',
}));
const ready =
  (reviewedWording: string | undefined, isProduction: boolean, letterLanguage = 'en') =>
  () =>
    lettersMustBeReady({ letterLanguage, reviewedWording }, isProduction);

describe('letters that nobody has answered for', () => {
  it('are sent in development', () => expect(ready(undefined, false)).not.toThrow());

  it('stop production, with the list and the remedy', () => {
    expect(ready(undefined, true)).toThrow(/Not reviewed, \d+:\n {2}acknowledgement@\d+ \(en\)/u);
    expect(ready(undefined, true)).toThrow(/duly letters reviewed --all/u);
    expect(ready(written(all.slice(1)), true)).toThrow(/Not reviewed, 1:/u);
  });

  it('are sent in production once each is reviewed', () => expect(ready(written(all), true)).not.toThrow());

  it('a file that is none is named in every mode', () => {
    expect(ready(written('{'), false)).toThrow(/cannot be read as JSON/u);
    expect(ready(written([{ template: 'refusal' }]), false)).toThrow(/no list of reviews/u);
    expect(ready(join(folder, 'none.json'), false)).toThrow(/REVIEWED_WORDING/u);
  });

  it('a language that nobody has written is refused, with those there are', () => {
    expect(ready(undefined, false, 'cy')).toThrow(/no letters in “cy”.*There are: en/u);
  });
});
