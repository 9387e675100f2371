import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { examples } from './letters.given.js';
import {
  letterKinds,
  renderLetter,
  templates,
  type Letter,
  type LetterData,
  type LetterKind,
} from './index.js';

const folder = new URL('../golden/', import.meta.url);

function eachLetter(): { readonly name: string; readonly version: number; readonly letter: Letter }[] {
  const written = (kind: LetterKind) =>
    Object.entries<LetterData[LetterKind]>(examples[kind]).map(([variant, data]) => ({
      name: `${kind}.${variant}`,
      version: templates[kind].version,
      letter: renderLetter(kind, data),
    }));
  return letterKinds.flatMap(kind => written(kind));
}

const letters = eachLetter();
const asText = ({ letter }: (typeof letters)[number]): string =>
  `Subject: ${letter.subject}\nStates: ${letter.statutoryContent.join(', ')}\nVersion: ${letter.version}\n\n${letter.text}`;

// To accept a changed wording: DULY_WRITE_GOLDEN=yes, then read the difference, and raise the template's version.
if (process.env['DULY_WRITE_GOLDEN'] === 'yes') {
  mkdirSync(folder, { recursive: true });
  for (const one of letters) {
    writeFileSync(new URL(`${one.name}.txt`, folder), asText(one));
    writeFileSync(new URL(`${one.name}.html`, folder), one.letter.html);
  }
}

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
    expect(Object.keys(examples).sort()).toEqual([...letterKinds].sort());
    for (const kind of letterKinds) expect(Object.keys(examples[kind])).not.toHaveLength(0);
  });
});
