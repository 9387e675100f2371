import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { insideExamples } from './inside-letters.given.js';
import { examples } from './letters.given.js';
import {
  insideLetterKinds,
  insideTemplates,
  layoutVersion,
  letterKinds,
  renderInside,
  renderLetter,
  templates,
  type InsideLetter,
  type InsideLetterData,
  type Letter,
  type LetterData,
  type LetterKind,
} from './index.js';
import { toHtml } from './document/to-html.js';
import { specimen } from './specimen.given.js';
import type { Wordings } from './kept-wordings.js';
import { wordings } from './wordings.data.js';

const folder = new URL('../golden/', import.meta.url);
const isWriting = process.env['DULY_WRITE_GOLDEN'] === 'yes';

interface Example {
  readonly kind: string;
  readonly variant: string;
  readonly name: string;
  readonly version: number;
  readonly letter: Letter | InsideLetter;
}

function eachLetter(): Example[] {
  const written = (kind: LetterKind) =>
    Object.entries<LetterData[LetterKind]>(examples[kind]).map(([variant, data]) => ({
      kind,
      variant,
      name: `${kind}.${variant}`,
      version: templates[kind].version,
      letter: renderLetter(kind, data),
    }));
  const inside = insideLetterKinds.flatMap(kind =>
    Object.entries<InsideLetterData[typeof kind]>(insideExamples[kind]).map(([variant, data]) => ({
      kind,
      variant,
      name: `${kind}.${variant}`,
      version: insideTemplates[kind].version,
      letter: renderInside(kind, data),
    })),
  );
  return [...letterKinds.flatMap(kind => written(kind)), ...inside];
}

const letters = eachLetter();
const everyTemplate = { ...templates, ...insideTemplates };
const kinds = [...letterKinds, ...insideLetterKinds];
const asText = ({ letter }: Example): string =>
  `Subject: ${letter.subject}\nStates: ${letter.statutoryContent.join(', ')}\nVersion: ${letter.version}\n\n${letter.text}`;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const wordingOf = ({ letter }: Example): string => hashOf(`${letter.subject}\n${letter.text}`).slice(0, 16);

/** Of each template the versions that are kept, and the present one: what is kept is never changed. */
function withPresent(kept: Wordings): Wordings {
  const entries = kinds.map(kind => {
    const own = letters.filter(one => one.kind === kind);
    const { version } = everyTemplate[kind];
    const present = Object.fromEntries(own.map(one => [one.variant, wordingOf(one)]));
    const before = kept[kind]?.[version];
    const now = {
      wording: before?.wording ?? hashOf(JSON.stringify(present)),
      examples: { ...present, ...before?.examples },
    };
    return [kind, { ...kept[kind], [version]: now }] as const;
  });
  return Object.fromEntries(entries);
}

function write(): void {
  mkdirSync(folder, { recursive: true });
  for (const one of letters) {
    writeFileSync(new URL(`${one.name}.txt`, folder), asText(one));
    writeFileSync(new URL(`${one.name}.html`, folder), one.letter.html);
  }
  const kept = { ...wordings, en: withPresent(wordings['en'] ?? {}) };
  const file = new URL('wordings.data.ts', import.meta.url);
  const [head = ''] = readFileSync(file, 'utf8').split(/(?<== )\{/u);
  writeFileSync(file, `${head}${JSON.stringify(kept, null, 2)};\n`);
}

const whyNotNow = (title: string): string =>
  isWriting ? `${title} (not tried while DULY_WRITE_GOLDEN is set: it is held against the next run)` : title;

// To accept a changed wording: raise the template's version, DULY_WRITE_GOLDEN=yes, then read the difference.
if (isWriting) write();

describe('each letter, against its checked-in copy', () => {
  it.each(letters)('$name', one => {
    expect(asText(one)).toBe(readFileSync(new URL(`${one.name}.txt`, folder), 'utf8'));
    expect(one.letter.html).toBe(readFileSync(new URL(`${one.name}.html`, folder), 'utf8'));
  });

  it('has no copy without a letter', () => {
    const expected = letters.flatMap(({ name }) => [`${name}.html`, `${name}.txt`]);
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });

  it('has at least one example of every kind', () => {
    const everyExample = { ...examples, ...insideExamples };
    expect(Object.keys(everyExample).sort()).toEqual([...kinds].sort());
    for (const kind of kinds) expect(Object.keys(everyExample[kind])).not.toHaveLength(0);
  });
});

(isWriting ? describe.skip : describe)(whyNotNow('a version says one thing, for ever'), () => {
  it.each(kinds)('%s: other words are another version', kind => {
    const { version } = everyTemplate[kind];
    const kept = wordings['en']?.[kind]?.[version]?.examples;
    const changed = letters
      .filter(one => one.kind === kind && kept?.[one.variant] !== wordingOf(one))
      .map(({ variant }) => variant);
    const advice =
      `The wording of “${kind}” is not the one kept as version ${version} (${changed.join(', ')}). ` +
      `Was it changed? Raise \`version\` of its template. ` +
      'Then run this spec with DULY_WRITE_GOLDEN=yes, and read the difference.';
    expect(changed.length === 0 ? 'as kept' : advice).toBe('as kept');
  });

  it('the same of the markup: other HTML of the same blocks is another layout version', () => {
    const html = toHtml({ tag: 'en', direction: 'ltr' }, 'A specimen', specimen);
    expect({ layoutVersion, hash: hashOf(html).slice(0, 16) }).toEqual(keptLayout);
  });
});

const keptLayout = { layoutVersion: 3, hash: 'c3c371836b2203ff' };
