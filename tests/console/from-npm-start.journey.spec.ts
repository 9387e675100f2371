import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, workspace } from '@duly/infra';
import type { Browser } from 'playwright-core';
import { openBrowser, withChromium } from './browser.js';
import { answered, foundRightAndRefused, identityAsked, moreTimeTaken, recorded } from './main-job.js';

const portSettings = [
  ...['POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'SMTP_PORT', 'MAIL_PAGE_PORT'],
  ...['SIGN_IN_PORT', 'API_PORT', 'CONSOLE_PORT'],
];

/** `npm start` in a folder of its own, on free ports. @returns what it printed once it runs, or has ended */
async function started(
  folder: string,
): Promise<{ readonly starter: ChildProcess; readonly printed: string }> {
  const free = await freePorts(portSettings.length);
  const ports = Object.fromEntries(portSettings.map((name, place) => [name, String(free[place])]));
  const { TEMPORAL_ADDRESS: _own, npm_lifecycle_event: _npm, ...environment } = process.env;
  const starter = spawn(
    process.execPath,
    [join(workspace, 'dist', 'infra', 'local', 'start.js'), '--empty'],
    {
      env: { ...environment, ...ports, DATA_FOLDER: folder },
    },
  );
  let printed = '';
  await new Promise<void>(resolve => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes('Ctrl-C stops everything')) resolve();
    };
    starter.stdout.on('data', read);
    starter.stderr.on('data', read);
    starter.once('close', () => resolve());
  });
  return { starter, printed };
}

withChromium('from the address that npm start prints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duly-console-start-'));
  let starter: ChildProcess | undefined;
  let printed = '';
  let browser: Browser | undefined;
  beforeAll(async () => {
    ({ starter, printed } = await started(folder));
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    if (starter?.exitCode === null) {
      const ended = once(starter, 'exit');
      starter.kill('SIGINT');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  it('somebody signs in, records, asks for identity, extends, refuses, answers, and reads how a date was worked out', async () => {
    const [, address = ''] = /Console +(http\S+)/u.exec(printed) ?? [];
    expect(printed).toContain('Duly runs.');
    const page = await (await browser!.newContext({ locale: 'en-GB' })).newPage();
    const says = (words: string) => page.getByText(words).first().waitFor();
    await page.goto(address);
    await page.getByRole('button', { name: 'Harriet Okafor' }).click();
    await says('My work');

    await recorded(page, says, 'Send me my data.', 'Access to their data');
    await page.getByText('How was this date worked out?').click();
    await page
      .getByText(/\d+ \w+ \d{4} \+ 1 month/u)
      .first()
      .waitFor();
    await moreTimeTaken(page, says);
    await recorded(page, says, 'Send me what you hold.', 'Access to their data');
    await identityAsked(page, says);
    await recorded(page, says, 'Correct my name.', 'Correction');
    await foundRightAndRefused(page, says);
    await recorded(page, says, 'What do you have on me?', 'Access to their data');
    await answered(page, says);
  }, 240_000);
});
