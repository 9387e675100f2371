// Lints the whole house in one process and over one program (infra/build/tsconfig.json): most of the price of a rule that asks for types is
// the program. A file found clean is not looked at again until it changes, or anything it imports, or what the rules themselves go by.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const record = join(workspace, '.nx', 'lint', 'clean.json');

// Who may import whom is read from the graph of the projects that a run of Nx writes; without it that rule would be passed over.
if (!process.env.NX_TASK_TARGET_PROJECT) {
  console.error('The lint needs the project graph of Nx. Run npx nx run @duly/tests:lint.');
  process.exit(2);
}

const ours = (...patterns) =>
  execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', ...patterns],
    {
      cwd: workspace,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
    .split('\0')
    .map(file => join(workspace, file))
    .filter(file => file !== workspace && existsSync(file));

const digest = texts => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64');
};

const contents = new Map();
function contentOf(file) {
  if (!contents.has(file)) contents.set(file, digest([readFileSync(file)]));
  return contents.get(file);
}

function houseProgram() {
  const config = join(workspace, 'infra', 'build', 'tsconfig.json');
  const { config: read, error } = ts.readConfigFile(config, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options, fileNames } = ts.parseJsonConfigFileContent(read, ts.sys, dirname(config));
  return ts.createSemanticDiagnosticsBuilderProgram(
    fileNames,
    options,
    ts.createIncrementalCompilerHost(options),
  );
}

/** What every verdict rests on: packages, rules, settings of the compiler, and the manifests that say who may import whom. */
const rules = digest([
  process.version,
  ...ours(
    'package-lock.json',
    'eslint.config.mjs',
    'nx.json',
    '*package.json',
    '*tsconfig*.json',
    'infra/build/lint.mjs',
  )
    .sort()
    .flatMap(file => [file, contentOf(file)]),
]);

/** A file and everything of ours that it imports, however far away. */
function verdictKey(builder, file) {
  const source = builder.getSourceFile(file);
  const imported = source ? builder.getAllDependencies(source) : [];
  const near = imported.filter(name => name.startsWith(workspace) && !name.includes('/node_modules/'));
  return digest([rules, ...[...new Set([file, ...near])].sort().flatMap(name => [name, contentOf(name)])]);
}

const builder = houseProgram();
const eslint = new ESLint({
  cwd: workspace,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, programs: [builder.getProgram()] } },
  },
});
const clean = new Set(existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : []);
const keys = new Map();
for (const file of ours('*.ts', '*.js', '*.mjs', '*.cjs'))
  if (!(await eslint.isPathIgnored(file))) keys.set(file, verdictKey(builder, file));
const wanted = [...keys].filter(([, key]) => !clean.has(key)).map(([file]) => file);

const results = wanted.length > 0 ? await eslint.lintFiles(wanted) : [];
const { format } = await eslint.loadFormatter('stylish');
const said = await format(results);
if (said) console.log(said);
const faulty = new Set(results.filter(({ messages }) => messages.length > 0).map(({ filePath }) => filePath));
mkdirSync(dirname(record), { recursive: true });
writeFileSync(record, JSON.stringify([...keys].filter(([file]) => !faulty.has(file)).map(([, key]) => key)));
console.log(`${wanted.length} of ${keys.size} files looked at, ${faulty.size} with faults.`);
process.exitCode = faulty.size > 0 ? 1 : 0;
