import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromiumPath, noChromium } from '@duly/infra';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A journey of the console where there is a browser to make it with; elsewhere it says why it is left out, but in CI it never is. */
export function withChromium(title: string, journeys: () => void): void {
  if (chromiumPath() !== undefined || process.env['CI']) return describe(title, journeys);
  process.stderr.write(`“${title}” is left out. ${noChromium}\n`);
  describe.skip(title, journeys);
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error(noChromium);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds against WCAG 2.2 AA on the page as it stands; empty where all is well. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  // By the browser’s own hand, which the page’s Content-Security-Policy does not bind.
  await page.evaluate(axe);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)`,
  );
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export type Looks = Pick<BrowserContextOptions, 'javaScriptEnabled' | 'viewport' | 'bypassCSP'>;
