import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';
import { NotPrintable } from './not-printable.js';

export type Weight = 'regular' | 'bold';

/** A font that lies in a package of the registry, with its licence beside it. */
interface FontFile {
  readonly name: string;
  readonly file: string;
}

const noto = (script: string, weight = '400Regular'): FontFile => {
  const family = script
    .split('-')
    .map(part => (part.length === 2 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
  const name = `Noto${family}_${weight}`;
  return { name, file: `@expo-google-fonts/noto-${script}/${weight}/${name}.ttf` };
};

const dejavu = (name: string): FontFile => ({ name, file: `dejavu-fonts-ttf/ttf/${name}.ttf` });

/** Scripts that most names need come first; one that is opened for a name alone, and is large, comes last. */
const otherScripts: readonly FontFile[] = [
  noto('sans-bengali'),
  noto('sans-gurmukhi'),
  noto('sans-gujarati'),
  noto('sans-tamil'),
  noto('sans-telugu'),
  noto('sans-kannada'),
  noto('sans-malayalam'),
  noto('sans-sinhala'),
  noto('sans-thai'),
  noto('sans-ethiopic'),
  noto('emoji'),
  noto('sans-sc'),
  noto('sans-kr'),
];

const chains: Readonly<Record<Weight, readonly FontFile[]>> = {
  // Latin, Greek, Cyrillic and Devanagari; Arabic, with the letters of Urdu; then Hebrew, Armenian, Georgian and signs.
  regular: [noto('sans'), noto('sans-arabic'), dejavu('DejaVuSans'), ...otherScripts],
  bold: [noto('sans', '700Bold'), noto('sans-arabic', '700Bold'), dejavu('DejaVuSans-Bold'), ...otherScripts],
};

const packages = createRequire(import.meta.url);
const opened = new Map<string, Font>();

function fontOf({ name, file }: FontFile): Font {
  const known = opened.get(name);
  if (known) return known;
  const font = openSync(packages.resolve(file));
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} is no single font.`);
  opened.set(name, font);
  return font;
}

export const pathOfFont = ({ file }: FontFile): string => packages.resolve(file);

/** What joins or varies the sign before it, and has no shape of its own. */
const joins = /[\u200B-\u200F\u2060\uFE00-\uFE0F\u{E0020}-\u{E007F}]/u;

/**
 * The first font that has every sign of it.
 * @throws NotPrintable where none has, so that nothing is ever printed as an empty box
 */
export function fontFor(cluster: string, weight: Weight): FontFile {
  const signs = Array.from(cluster).filter(sign => !joins.test(sign));
  const has = (font: FontFile): boolean =>
    signs.every(sign => fontOf(font).hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
  const found = chains[weight].find(has);
  if (found) return found;
  const codes = signs.map(
    sign => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  throw new NotPrintable(
    `no font has ${codes.join(' ')}. Print it from its HTML, where the machine has a font for it, or write it by hand`,
  );
}

export type { FontFile };
