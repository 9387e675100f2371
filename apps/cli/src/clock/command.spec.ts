import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { duly, read } from '../run.given.js';
import { accessCase, answerLine, line } from './case.given.js';

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'duly-clock-'))));
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('what duly clock reads', () => {
  const [a, b, c] = [accessCase('a'), accessCase('b'), accessCase('c')];
  const three = [answerLine('a'), answerLine('b'), answerLine('c')];

  it.each([
    ['one object a line', `${line(a)}\n${line(b)}\n${line(c)}\n`],
    ['no newline at the end', `${line(a)}\n${line(b)}\n${line(c)}`],
    ['empty lines and CRLF', `\r\n${line(a)}\r\n\r\n${line(b)}\r\n${line(c)}\r\n`],
    ['a list', line([a, b, c])],
    ['a list over several lines', JSON.stringify([a, b, c], null, 2)],
    ['objects over several lines', [a, b, c].map(one => JSON.stringify(one, null, 2)).join('\n')],
    ['objects one after another', [a, b, c].map(line).join('')],
    [
      'events at the edge of the line',
      [a, b, c].map(one => line(one).replace('[{', '[\n{').replace('}]', '}\n]')).join('\n'),
    ],
    ['lists and objects', `${line([a])}\n${line(b)}\n${line([c])}`],
    ['a byte order mark', `\uFEFF${line(a)}\n${line(b)}\n${line(c)}\n`],
  ])('%s', async (_, input) => {
    expect(await duly(['clock'], input)).toEqual({ lines: three, errors: '', code: 0 });
  });

  it('one object', async () => {
    expect((await duly(['clock'], line(a))).lines).toEqual([answerLine('a')]);
  });

  it('several files and standard input, in order', async () => {
    const files = [await file('first.json', line(a)), '-', await file('third.ndjson', line(c))];
    expect(await duly(['clock', ...files], line(b))).toEqual({ lines: three, errors: '', code: 0 });
  });

  it('letters outside ASCII, wherever a piece of the input ends', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => accessCase(`Å-é-${index}-😀`));
    const { lines } = await duly(['clock'], many.map(line).join('\n'));
    expect(lines).toHaveLength(3000);
    expect(lines.at(-1)).toBe(answerLine('Å-é-2999-😀'));
  });

  it('braces and brackets inside texts', async () => {
    const odd = accessCase('a"}]{[\\');
    expect(read((await duly(['clock'], JSON.stringify(odd, null, 1))).lines[0])['id']).toBe('a"}]{[\\');
  });
});

describe('what duly clock does with bad input', () => {
  const good = line(accessCase('good'));
  const notJson = (line: number, column: number): string =>
    `{"error":{"code":"NOT_JSON","field":"line ${line}","message":"This record is not JSON: it goes wrong at line ${line}, column ${column}.",` +
    '"remedy":"Write one JSON object a line: names and texts in double quotes, no comma after the last field, nothing after the object."}}';

  it('answers the others and ends with 2', async () => {
    const wrong = line(accessCase('wrong', { right: 'acess' }));
    const { lines, code } = await duly(['clock'], `${good}\n${wrong}\n${good}\n`);
    expect([lines[0], lines[2], code]).toEqual([answerLine('good'), answerLine('good'), 2]);
    expect(read(lines[1])).toEqual({
      id: 'wrong',
      error: {
        code: 'UNKNOWN_VALUE',
        field: 'right',
        message: '"acess" is not a right that the clock knows.',
        remedy: expect.stringContaining('Use one of: access, ') as unknown,
      },
    });
  });

  it.each([
    ['a word', 'not json', notJson(2, 1)],
    ['single quotes', "{'id': 1}", notJson(2, 2)],
    ['a comma too many', '{"id": 1,}', notJson(2, 10)],
    ['something after the object', `${good} x`, notJson(2, good.length + 2)],
    ['a newline that ends a text', '{"id": "x', notJson(2, 10)],
    ['a number that is none', '{"id": 01}', notJson(2, 10)],
    ['an escape that is none', '{"id": "\\x"}', notJson(2, 10)],
    ['brackets that do not match', '{"id": [1}', notJson(2, 10)],
    ['too many brackets', `{"id": ${'['.repeat(100)}`, notJson(2, 71)],
  ])('tells the line of %s, and answers the lines after it', async (_, bad, told) => {
    expect(await duly(['clock'], `${good}\n${bad}\n${good}\n`)).toEqual({
      lines: [answerLine('good'), told, answerLine('good')],
      errors: '',
      code: 2,
    });
  });

  it.each([
    '{"id": "cut", "events": [{"type": "received"',
    '{"id": "cut",',
    '{"id": "cut", "events":',
    '{"id": "cut", "events": [',
  ])('notices on the next lines that %s broke off', async cut => {
    const { lines, code } = await duly(['clock'], `${good}\n${cut}\n${good}\n${good}\n`);
    expect(lines).toEqual([
      answerLine('good'),
      expect.stringContaining('"field":"line 2"'),
      answerLine('good'),
      answerLine('good'),
    ]);
    expect(code).toBe(2);
  });

  it('counts a broken object over several lines as one record', async () => {
    const broken = JSON.stringify(accessCase('broken'), null, 2).replace('"access"', 'access');
    const { lines } = await duly(['clock'], `${broken}\n${good}\n`);
    expect(lines).toEqual([
      expect.stringContaining('it goes wrong at line 3, column 18.'),
      answerLine('good'),
    ]);
  });

  it('says so where the input ends inside a record or a list', async () => {
    for (const input of ['{"id": "a"', '[{"id": "a"', `[${good},`, `[${good}`]) {
      const { lines, code } = await duly(['clock'], input);
      expect(lines.at(-1)).toContain('This record is not JSON: the input ends before it does.');
      expect(code).toBe(2);
    }
  });

  it('answers a list up to where it breaks', async () => {
    const { lines, code } = await duly(['clock'], `[${good},\n{bad},\n${good}]`);
    expect(lines).toEqual([
      answerLine('good'),
      expect.stringContaining('it goes wrong at line 2, column 2.'),
    ]);
    expect(code).toBe(2);
  });

  it('answers a value that is no object', async () => {
    const { lines } = await duly(['clock'], '5\n[null]\n');
    expect(lines.map(one => read(one)['error'])).toEqual([
      expect.objectContaining({ code: 'NOT_AN_OBJECT' }),
      expect.objectContaining({ code: 'NOT_AN_OBJECT' }),
    ]);
  });

  it('names the file where there are several', async () => {
    const [one, two] = [await file('one.ndjson', good), await file('two.ndjson', `${good}\nx\n`)];
    const { lines } = await duly(['clock', one, two]);
    expect(lines[2]).toContain(`"field":"${two} line 2"`);
  });

  it('goes on after a file that cannot be read', async () => {
    const { lines, errors, code } = await duly(['clock', join(folder, 'absent'), folder, '-'], good);
    expect(lines).toEqual([answerLine('good')]);
    expect(errors).toBe(
      `duly clock: ${join(folder, 'absent')} was not read: there is no such file.\nduly clock: ${folder} was not read: it is a folder.\n`,
    );
    expect(code).toBe(2);
  });

  it('says that the input is empty', async () => {
    for (const input of ['', ' \n\r\n', '\uFEFF']) {
      const { lines, errors, code } = await duly(['clock'], input);
      expect([lines, code]).toEqual([[], 2]);
      expect(errors).toContain('duly clock: the input is empty.');
    }
    expect(await duly(['clock'], '[]')).toEqual({ lines: [], errors: '', code: 0 });
  });
});

describe('the command line', () => {
  it('shows its help', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { lines, code } = await duly(args);
      expect([lines[0], code]).toEqual(['Usage: duly COMMAND [OPTION]…', 0]);
    }
    const { lines, code } = await duly(['clock', '--help']);
    expect([lines[0], code]).toEqual(['Usage: duly clock [OPTION]… [FILE]…', 0]);
  });

  it('answers what it does not know with the usage and 2', async () => {
    const option = await duly(['clock', '--foo'], line(accessCase('a')));
    expect([option.lines, option.code]).toEqual([[], 2]);
    expect(option.errors).toMatch(/^duly clock: .*--foo[^]*Usage: duly clock/);
    for (const args of [[], ['constructor'], ['clocks']]) {
      const { errors, code } = await duly(args);
      expect([errors.includes('Usage: duly COMMAND'), code]).toEqual([true, 2]);
    }
  });

  it('ends quietly when its reader has gone', async () => {
    const many = await file('many.ndjson', `${line(accessCase('a'))}\n`.repeat(20_000));
    const launcher = fileURLToPath(new URL('../../bin/duly.mjs', import.meta.url));
    const child = spawn(process.execPath, [launcher, 'clock', many], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number | null];
    expect([errors, code]).toEqual(['', 0]);
  });

  it('writes every line before it ends, through a pipe that fills up', async () => {
    const many = await file('slow.ndjson', `${line(accessCase('a'))}\n`.repeat(5_000));
    const launcher = fileURLToPath(new URL('../../bin/duly.mjs', import.meta.url));
    const child = spawn(process.execPath, [launcher, 'clock', many], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let lines = 0;
    for await (const chunk of child.stdout) lines += String(chunk).split('\n').length - 1;
    expect(lines).toBe(5_000);
  });
});
