import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { everyType, hostile, textOf } from '../hostile-records.given.js';
import { csvFiles } from './csv.js';

const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(path => existsSync(path));
if (soffice === undefined)
  process.stderr.write(
    'CSV is not tried in LibreOffice: npm run deep installs it, or apt-get install libreoffice-calc-nogui.\n',
  );

/** Comma, quotes, UTF-8, from the first line, every column as text, in English. */
const asText = `Text - txt - csv (StarCalc):44,34,76,1,${everyType.fields.map((_, place) => `${place + 1}/2`).join('/')},1033`;
/** Numbers, dates and formulas are looked for in every cell, quoted or not; the last word has formulas worked out. */
const asCareless = 'Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true,false,false,0,true';

(soffice === undefined ? describe.skip : describe)('a spreadsheet', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duly-libreoffice-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Opens the file as LibreOffice does and has it saved in another form. */
  async function saved(csv: string, reading: string, as: string): Promise<string> {
    await writeFile(join(folder, 'notes.csv'), csv);
    const ending = /^\w+/.exec(as)?.[0] ?? '';
    const out = join(folder, ending);
    await promisify(execFile)(soffice ?? '', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--norestore', `--infilter=${reading}`, '--convert-to', as, '--outdir', out],
      join(folder, 'notes.csv'),
    ]);
    return readFile(join(out, `notes.${ending}`), 'utf8');
  }

  it('reads the same cells back, every kind of text, number and date, but for kinds of line breaks and U+0000', async () => {
    const csv = await textOf(csvFiles(hostile)[0]);
    const again = await saved(csv, asText, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false');
    expect(cellsIn(again)).toEqual(cellsIn(csv).map(row => row.map(inSheet)));
  });

  it('runs none of them as a formula, as it would what is not harmless', async () => {
    expect(await saved('note\r\n"=1+1"\r\n', asCareless, 'fods')).toMatch(/table:formula/);
    const sheet = await saved(await textOf(csvFiles(hostile)[0]), asCareless, 'fods');
    expect(sheet).toContain('=1+1');
    expect(sheet).not.toMatch(/table:formula/);
  });
});

/** A cell of a spreadsheet knows one kind of line break, and no U+0000. */
const inSheet = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '');
const cellsIn = (csv: string): readonly (readonly string[])[] => parse(csv, { bom: true });
