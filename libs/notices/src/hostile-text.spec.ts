import { examples } from './letters.given.js';
import { letterKinds, renderLetter, type Letter, type LetterData, type LetterKind } from './index.js';

const mark = 'zqx';

/** Texts that somebody might put into a name, an address or a reason. */
const corpus = [
  `<script>${mark}(1)</script>`,
  `"><img src=x onerror=${mark}(1)>`,
  `' onmouseover='${mark}(1)`,
  `</title><svg/onload=${mark}(1)>`,
  `</p></main></body><iframe srcdoc="<script>${mark}(1)</script>">`,
  `javascript:${mark}(1)`,
  `<a href="javascript:${mark}(1)">x</a>`,
  `<!--${mark}--><style>*{display:none}</style>`,
  `&lt;script&gt;${mark}&#x28;1)&lt;/script&gt;`,
  `\u0000<scr\u0000ipt>${mark}</scr\u0000ipt>`,
  `{{constructor.constructor('${mark}')()}} \${${mark}}`,
  `\u2028<b>${mark}</b>\u2029`,
  `\`${mark}\``,
] as const;

/** Every text of the data replaced, but for enums, dates and what is chosen by them. */
const kept = new Set([
  'on',
  'from',
  'right',
  'as',
  'origin',
  'channel',
  'ask',
  'basis',
  'assessment',
  'ground',
  'extent',
  'awaited',
  'outcome',
  'how',
  'because',
  'finding',
  'stopFor',
  'step',
  'exemption',
  'whyNot',
  'way',
  'codeBy',
  'currency',
  'language',
]);

function poisoned(value: unknown, poison: string, key = ''): unknown {
  if (typeof value === 'string') return kept.has(key) || /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : poison;
  if (Array.isArray(value))
    return key === 'rights' || key === 'stopFor' ? value : value.map(one => poisoned(one, poison, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, poison, name)]));
}

function lettersWith(poison: string): readonly { readonly name: string; readonly letter: Letter }[] {
  return letterKinds.flatMap(kind =>
    Object.entries<LetterData[LetterKind]>(examples[kind]).map(([variant, data]) => ({
      name: `${kind}.${variant}`,
      letter: renderLetter(kind, poisoned(data, poison) as LetterData[typeof kind]),
    })),
  );
}

const ownTags =
  /<\/?(?:html|head|meta|title|body|main|h1|h2|p|ul|li|blockquote|br|bdi|a)(?: (?:[a-z-]+="[^"<>]*"(?: |(?=>)))*)?>/gu;

describe('text that people give', () => {
  it.each(corpus)('stays text in every field of every letter: %j', poison => {
    for (const { name, letter } of lettersWith(poison)) {
      const rest = letter.html.replace('<!doctype html>', '').replace(ownTags, '');
      expect([name, rest]).toEqual([name, expect.not.stringMatching(/[<>"'`]/u)]);
      const links = [...letter.html.matchAll(/href="([^"]*)"/gu)].map(([, to]) => to ?? '');
      expect(links.filter(to => !/^(?:mailto|https?|tel):/u.test(to))).toEqual([]);
      const attributes = [...letter.html.matchAll(/<[a-z0-9]+ ([^>]*)>/gu)].map(([, inside]) => inside ?? '');
      expect(attributes.filter(inside => /\bon[a-z]+=/u.test(inside.replace(/="[^"]*"/gu, '=')))).toEqual([]);
    }
  });

  const ends = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\u000B', '\u0000', '%0d%0a\r\n'];

  it.each(ends)('adds no line to the subject: %j', end => {
    for (const { letter } of lettersWith(`DR-1${end}Bcc: everybody@example.org`)) {
      expect(letter.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }
  });

  it('holds no name in the subject', () => {
    for (const kind of letterKinds) {
      for (const data of Object.values<LetterData[LetterKind]>(examples[kind])) {
        expect(renderLetter(kind, data).subject).not.toMatch(/Ann|Lee|Sam|Max/u);
      }
    }
  });
});

describe('names of all kinds', () => {
  const acknowledged = (addressee: string): Letter =>
    renderLetter('acknowledgement', { ...examples.acknowledgement['by-email']!, addressee });

  it('keeps a name of 200 characters whole', () => {
    const name = 'Wolfeschlegelsteinhausen'.repeat(9).slice(0, 200);
    expect(acknowledged(name).text).toContain(`Dear ${name},`.replace(' ', '\n'));
    expect(acknowledged(name).html).toContain(name);
  });

  it('keeps emoji, joined ones too', () => {
    expect(acknowledged('Ann 👩‍👩‍👧 Lee').text).toContain('Dear Ann 👩‍👩‍👧 Lee,');
  });

  it('sets a name that reads from right to left apart, so that the text around it does not turn', () => {
    expect(acknowledged('آن لي').html).toContain('Dear <bdi>آن لي</bdi>,');
    expect(acknowledged('דוד לוי').text).toContain('Dear דוד לוי,');
  });

  it('removes marks that turn what follows, and half characters', () => {
    const { text, html } = acknowledged('Ann\u202Eeel\u2066 \uD800Lee');
    for (const part of [text, html]) {
      expect(part).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
      expect(part).not.toMatch(/\p{Surrogate}/u);
    }
    expect(text).toContain('Dear Anneel \uFFFDLee,');
  });

  it('gives the same bytes for the same data', () => {
    expect(acknowledged('Ann Lee')).toEqual(acknowledged('Ann Lee'));
  });
});

describe('the page', () => {
  const { html } = renderLetter('extension', examples.extension['complexity']!);

  it('says its language, has one main part and one first heading, and headings in order', () => {
    expect(html).toContain('<html lang="en"');
    expect(html.match(/<main/gu)).toHaveLength(1);
    expect(html.match(/<h1/gu)).toHaveLength(1);
    expect(html).not.toMatch(/<h[3-6]/u);
  });

  it('brings no colours of its own and loads nothing, so that dark mode and contrast hold', () => {
    expect(html).not.toMatch(/(?:^|[;"\s])(?:color|background|background-color):/u);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).not.toMatch(/src=|url\(|<link|<style|<script/u);
  });
});
