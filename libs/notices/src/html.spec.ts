import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { examples } from './letters.given.js';
import { letterKinds, renderLetter, type Letter, type LetterData } from './index.js';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What is used of jsdom. Its own types would put a browser's globals into every project that is checked with this one. */
interface Page {
  readonly window: {
    eval(code: string): unknown;
    close(): void;
    readonly document: {
      readonly title: string;
      readonly documentElement: { readonly lang: string };
      querySelectorAll(selector: string): readonly { readonly tagName: string }[];
    };
  };
}
const { JSDOM } = require('jsdom') as { JSDOM: new (html: string, options?: object) => Page };

interface Audit {
  readonly violations: readonly { readonly id: string; readonly help: string }[];
}

/** What axe-core finds wrong with a page. jsdom draws nothing, so contrast is asserted below. */
async function faultsOf(html: string): Promise<readonly string[]> {
  const { window } = new JSDOM(html, { runScripts: 'outside-only' });
  window.eval(axe);
  const audit = (await window.eval("axe.run({ rules: { 'color-contrast': { enabled: false } } })")) as Audit;
  window.close();
  return audit.violations.map(({ id, help }) => `${id}: ${help}`);
}

const each = letterKinds.map(kind => {
  const [first] = Object.values<LetterData[typeof kind]>(examples[kind]);
  return { kind, data: first! };
});
const rendered = ({ kind, data }: (typeof each)[number], isLarge: boolean): Letter =>
  renderLetter(kind, 'regulators' in data ? { ...data, isLarge } : data);

describe('the HTML of each letter', () => {
  it.each(each)('$kind: axe-core finds nothing wrong, in usual and in large print', async one => {
    expect(await faultsOf(rendered(one, false).html)).toEqual([]);
    expect(await faultsOf(rendered(one, true).html)).toEqual([]);
  });

  it.each(each)('$kind: one h1, then h2 alone; no table, script, picture or sheet of styles', one => {
    const { document } = new JSDOM(rendered(one, false).html).window;
    const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => tagName);
    expect(levels[0]).toBe('H1');
    expect(levels.slice(1).filter(level => level !== 'H2')).toEqual([]);
    expect(document.querySelectorAll('table,script,img,link,style,iframe')).toHaveLength(0);
    expect(document.documentElement.lang).toBe('en');
    expect(document.title).not.toBe('');
  });

  it.each(each)('$kind: has no colour of its own, so that dark mode and high contrast hold', one => {
    const { html } = rendered(one, false);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).not.toMatch(/(?:^|[;"\s])(?:color|background(?:-color)?):|bgcolor|#[0-9a-f]{3,8}\b(?!;)/iu);
  });

  it.each(each)('$kind: large print says the same in larger letters, nothing under 18 points', one => {
    const [usual, large] = [rendered(one, false), rendered(one, true)];
    expect([large.text, large.statutoryContent]).toEqual([usual.text, usual.statutoryContent]);
    if (!('regulators' in one.data)) return;
    const sizes = [...large.html.matchAll(/font-size:(\d+)px/gu)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  });
});
