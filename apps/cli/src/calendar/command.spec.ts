import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duly } from '../run.given.js';
import { importsOf } from './imports.js';
import { calendarInWords, importedInWords } from './in-words.js';

const events = [{ date: '2027-01-01', title: 'New Year’s Day' }];
const feed = { 'england-and-wales': { events }, scotland: { events }, 'northern-ireland': { events } };
const byHand = { add: [{ date: '2022-09-19', title: 'State Funeral', citation: 'Proclamation' }] };
const written = JSON.stringify;

describe('what a file asks to be imported', () => {
  it('is, of gov.uk’s feed, every nation in it', () => {
    const imports = importsOf(`\uFEFF${written({ division: 'x', ...feed })}`, [], false);
    expect(imports).toMatchObject([
      { calendar: 'england-and-wales', body: { feed } },
      { calendar: 'scotland', body: { feed } },
      { calendar: 'northern-ireland', body: { feed } },
    ]);
  });

  it('is, of gov.uk’s feed, the calendars that are named, keeping what is missing where that is said', () => {
    expect(importsOf(written(feed), ['scotland'], true)).toEqual([
      { calendar: 'scotland', body: { feed, keepsWhatIsMissing: true } },
    ]);
  });

  it('is, of holidays by hand, one calendar, which must be named', () => {
    expect(importsOf(written(byHand), ['scotland'], false)).toEqual([{ calendar: 'scotland', body: byHand }]);
    expect(importsOf(written(byHand), [], false)).toContain('name it with --calendar');
    expect(importsOf(written(byHand), ['scotland', 'england-and-wales'], false)).toContain('one calendar');
  });

  it.each([
    ['no JSON at all', 'the file is no JSON'],
    ['[]', 'no JSON object'],
    ['{ "something": 1 }', 'neither a feed'],
    [written({ atlantis: { events } }), 'speaks of atlantis'],
  ])('is nothing where the file holds %s', (text, why) => {
    expect(importsOf(text, [], false)).toContain(why);
  });
});

describe('what came of it', () => {
  const imported = { calendar: 'scotland', version: 'v2', isNew: true, changes: ['scotland: A day is new.'] };

  it('is told in words, a line each', () => {
    expect(importedInWords({ ...imported, casesToTell: 2 })).toEqual([
      'scotland: a new version is in force, v2',
      '  A day is new.',
      '  2 open cases wait to be told; see how far it is: duly calendar show scotland',
    ]);
    expect(importedInWords({ ...imported, isNew: false, changes: [], casesToTell: 0 })).toEqual([
      'scotland: nothing is new, v2 stays in force',
      '  No open case waits to be told.',
    ]);
  });

  it('is shown later with what became of the cases', () => {
    expect(calendarInWords({ calendar: 'scotland', versions: [] })).toEqual(['scotland: no version yet']);
  });
});

describe('duly calendar', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duly-calendar-'));
    writeFileSync(join(folder, 'empty.json'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('explains itself', async () => {
    const { code, lines, errors } = await duly(['calendar', '--help']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(lines.join('\n')).toContain('--keep-missing');
  });

  it.each([
    [[], 'say what to do'],
    [['forget'], 'there is no "duly calendar forget"'],
    [['import'], 'name one file'],
    [['import', 'a.json', 'b.json'], 'name one file'],
    [['import', 'no-such-file.json'], 'no-such-file.json: there is no such file'],
    [['show', '--unknown'], 'unknown'],
  ])('answers 2 and says what is wrong with %j', async (args, why) => {
    const { code, lines, errors } = await duly(['calendar', ...args]);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(errors).toContain(why);
  });

  it('asks nobody where the file holds nothing to import', async () => {
    const { code, errors } = await duly(['calendar', 'import', join(folder, 'empty.json')]);
    expect(code).toBe(2);
    expect(errors).toContain('neither a feed of bank holidays nor holidays by hand');
  });
});
