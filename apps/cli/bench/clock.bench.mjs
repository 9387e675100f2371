// What the command costs: its start, and 100,000 cases streamed through it. `nx build @duly/cli` made the bundle that is run here.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRounds, median, tell } from '../../../libs/law/bench/rounds.mjs';

const rounds = 5;
const launcher = fileURLToPath(new URL('../bin/duly.mjs', import.meta.url));
const tellsMemory =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';

/** Seconds and peak megabytes of one run over a file; its output is read and counted, as a reader would. */
async function run(file, lines) {
  const begun = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--import', tellsMemory, launcher, 'clock', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [read, memory] = [0, ''];
  child.stdout.on('data', bytes => {
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) read += 1;
  });
  child.stderr.on('data', text => (memory += text));
  const [code] = await once(child, 'close');
  if (code !== 0 || read !== lines)
    throw new Error(`${lines} cases gave ${read} lines and exit code ${code}: ${memory}`);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, megabytes: Number(memory) / 1024 };
}

const day = (month, dayOfMonth) => new Date(Date.UTC(2026, 2 + month, dayOfMonth)).toISOString().slice(0, 10);

function caseOf(index) {
  const at = after => day(index % 20, 1 + (index % 28) + after);
  const events = [
    { type: 'received', date: at(0) },
    { type: 'id_requested', date: at(1) },
    { type: 'id_received', date: at(4) },
    { type: 'clarification_requested', date: at(6), ref: 'a' },
    { type: 'clarification_received', date: at(9), ref: 'a' },
    { type: 'extension_notified', date: at(20) },
  ];
  return {
    id: `case-${index}`,
    right: index % 3 === 0 ? 'erasure' : 'access',
    calendar: 'england-and-wales',
    events,
  };
}

function writeCases(path, cases, isList) {
  const file = openSync(path, 'w');
  for (let index = 0; index < cases; index += 1) {
    const begins = !isList ? '' : index === 0 ? '[' : ',';
    writeSync(file, `${begins}${JSON.stringify(caseOf(index))}${isList ? '' : '\n'}`);
  }
  if (isList) writeSync(file, ']');
  closeSync(file);
  return path;
}

const folder = mkdtempSync(join(tmpdir(), 'duly-bench-'));
try {
  const one = writeCases(join(folder, 'one.ndjson'), 1, false);
  const few = writeCases(join(folder, 'few.ndjson'), 25_000, false);
  const many = writeCases(join(folder, 'many.ndjson'), 100_000, false);
  const list = writeCases(join(folder, 'many.json'), 100_000, true);
  const figures = await inRounds(
    {
      start: () => run(one, 1),
      few: () => run(few, 25_000),
      many: () => run(many, 100_000),
      list: () => run(list, 100_000),
    },
    rounds,
  );
  const seconds = name => figures[name].map(figure => figure.seconds);
  const megabytes = name => figures[name].map(figure => figure.megabytes);
  console.log(`duly clock, ${rounds} interleaved rounds, Node ${process.version}: median (least–most)`);
  const met = [
    tell('start, one case', seconds('start'), 's', 0.3),
    tell('100,000 cases, one a line', seconds('many'), 's', 10),
    tell('100,000 cases, one list', seconds('list'), 's', 10),
    tell('peak memory, 25,000 cases', megabytes('few'), 'MB'),
    // Flat: four times the cases may not cost half as much memory again (the heap grows to its working size and stays there).
    tell('peak memory, 100,000 cases', megabytes('many'), 'MB', Math.ceil(median(megabytes('few')) * 1.5)),
    tell(
      'peak memory, 100,000 cases in one list',
      megabytes('list'),
      'MB',
      Math.ceil(median(megabytes('few')) * 1.5),
    ),
  ];
  process.exitCode = met.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
