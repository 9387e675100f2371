import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judgeReviews, type Review, type WordingReviewed } from '@duly/notices';
import { readDay } from '@duly/law';
import { complain } from '../complain.js';
import { lettersUsage } from './usage.js';

const options = {
  all: { type: 'boolean', default: false },
  template: { type: 'string', multiple: true },
  language: { type: 'string', default: 'en' },
  by: { type: 'string' },
  on: { type: 'string' },
  file: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

class Wrong extends Error {
  override readonly name = 'Wrong';
}

function kept(file: string | undefined): readonly Review[] {
  if (file === undefined || !existsSync(file)) return [];
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly Review[];
  } catch {
    throw new Wrong(`${file} is no file of reviews. Give another name, or mend it.`);
  }
}

const line = ({ template, version, language, wording, review }: WordingReviewed): string =>
  `${`${template}@${version}`.padEnd(28)} ${language}  ${wording.slice(0, 16)}  ` +
  (review ? `reviewed by ${review.reviewer} on ${review.on}` : 'not reviewed');

function list(file: string | undefined): number {
  const judged = judgeReviews(kept(file));
  process.stdout.write(`${judged.map(line).join('\n')}\n`);
  return judged.every(({ review }) => review) ? 0 : 1;
}

interface Chosen {
  readonly all: boolean;
  readonly template?: readonly string[];
  readonly language: string;
}

function chosenFrom(judged: readonly WordingReviewed[], { all, template = [], language }: Chosen) {
  if (all) return judged.filter(({ review }) => !review);
  if (template.length === 0) throw new Wrong('Name what was reviewed: --template NAME, or --all.');
  return template.map(name => {
    const found = judged.find(one => one.template === name && one.language === language);
    if (!found)
      throw new Wrong(`There is no template “${name}” in ${language}. duly letters list names them.`);
    return found;
  });
}

function needed(name: string, value: string | undefined): string {
  if (value === undefined || value.trim() === '')
    throw new Wrong(`--${name} is missing. See duly letters --help.`);
  return value;
}

function reviewed(values: Chosen & { by?: string; on?: string; file?: string }): number {
  const [reviewer, on, file] = [
    needed('by', values.by),
    needed('on', values.on),
    needed('file', values.file),
  ];
  if (readDay(on) === undefined) throw new Wrong(`--on ${on} is no date, such as 2026-11-22.`);
  const before = kept(file);
  const chosen = chosenFrom(judgeReviews(before), values);
  const added = chosen.map(({ template, language, version, wording }) => ({
    ...{ template, language, version, wording, reviewer, on },
  }));
  writeFileSync(file, `${JSON.stringify([...before, ...added], null, 2)}\n`);
  process.stdout.write(
    `${added.length} reviews written into ${file}. Set REVIEWED_WORDING=${file} for the API and the worker.\n`,
  );
  return 0;
}

/** `duly letters`: which wordings there are, and who answers for them. */
export function lettersCommand(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [what] = positionals;
    if (values.help || what === undefined) {
      process.stdout.write(lettersUsage);
      return Promise.resolve(values.help ? 0 : 2);
    }
    if (what === 'list') return Promise.resolve(list(values.file));
    if (what === 'reviewed') return Promise.resolve(reviewed(values));
    throw new Wrong(`there is no “letters ${what}”. See duly letters --help.`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    complain('letters', error.message);
    return Promise.resolve(2);
  }
}
