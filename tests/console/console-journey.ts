import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startConsole, type AppProcess } from '../journeys/app-process.js';
import { Journey, type JourneyOptions } from '../journeys/journey.js';
import { openBrowser, violationsOn, type Looks } from './browser.js';

let pictures = 0;

/** Everything on its real servers, and a real browser before the console. */
export class ConsoleJourney {
  private readonly unguardedPages = new Map<string, Page>();

  private constructor(
    readonly journey: Journey,
    readonly url: string,
    private readonly app: AppProcess,
    private readonly browser: Browser,
  ) {}

  static async begin(options: JourneyOptions = {}): Promise<ConsoleJourney> {
    const journey = await Journey.begin(options);
    try {
      return await ConsoleJourney.before(journey);
    } catch (error) {
      await journey.end();
      throw error;
    }
  }

  private static async before(journey: Journey): Promise<ConsoleJourney> {
    const { consoleUrl } = journey.servers.signIn;
    const environment = {
      OIDC_ISSUER: journey.servers.signIn.issuer,
      API_URL: journey.url,
      CONSOLE_URL: consoleUrl,
      CONSOLE_PORT: new URL(consoleUrl).port,
      CLOCK_OFFSET: journey.environment['CLOCK_OFFSET'] ?? 'PT0S',
    };
    const app = await startConsole(environment, join(journey.folder, 'console.log'));
    return new ConsoleJourney(journey, consoleUrl, app, await openBrowser());
  }

  /** A browser of somebody’s own, signed in by the buttons that anybody would press. */
  async signIn(name: string, looks: Looks = {}): Promise<Page> {
    const context = await this.browser.newContext({ locale: 'en-GB', ...looks });
    const page = await context.newPage();
    await page.goto(this.url);
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    return page;
  }

  /** Somebody's page whose browser minds no Content-Security-Policy: what is not escaped runs there. The same page each time. */
  async unguarded(name: string): Promise<Page> {
    const page = this.unguardedPages.get(name) ?? (await this.signIn(name, { bypassCSP: true }));
    this.unguardedPages.set(name, page);
    return page;
  }

  /** Where a gallery is wanted (`npm run gallery`), a picture of the page for it, named by the journey, the page and the width. */
  async picture(page: Page): Promise<void> {
    const gallery = process.env['DULY_GALLERY'];
    if (gallery === undefined) return;
    pictures += 1;
    const journey = basename(expect.getState().testPath ?? '').replace(/\..*/u, '');
    const place = new URL(page.url()).pathname
      .replace(/[0-9a-f-]{36}|[0-9a-f]{64}/gu, 'ID')
      .replaceAll('/', '_');
    const name = `${journey}-${String(pictures).padStart(3, '0')}${place}-${page.viewportSize()?.width ?? 0}.png`;
    await page.screenshot({ path: join(gallery, name), fullPage: true });
  }

  /** Nothing that axe finds stands between anybody and this page. */
  async isOpenToEverybody(page: Page): Promise<void> {
    await this.picture(page);
    expect({ page: page.url(), violations: await violationsOn(page) }).toEqual({
      page: page.url(),
      violations: [],
    });
  }

  /** Waits until the page says so. @throws Error with what it says instead */
  async says(page: Page, words: string | RegExp): Promise<void> {
    try {
      await page.getByText(words).first().waitFor({ timeout: 20_000 });
    } catch {
      const said = await page.locator('main').innerText();
      throw new Error(`${page.url()} does not say ${String(words)}, but:\n${said}\n\n${this.log()}`);
    }
  }

  log(): string {
    return this.app.log();
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.app.stop();
    await this.journey.end();
  }
}
