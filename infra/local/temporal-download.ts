import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';

const executableIn = (folder: string): string | undefined =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.startsWith('temporal') && !name.endsWith('.downloading'))
        .map(name => join(folder, name))
        .at(-1)
    : undefined;

/**
 * Lets Temporal's SDK download its command line into this folder, and answers with its path; undefined where the host cannot be reached.
 * The SDK can only download by starting a server, so one runs for a moment. What was downloaded before is used again.
 */
export async function downloadCli(folder: string): Promise<string | undefined> {
  const earlier = executableIn(folder);
  if (earlier) return earlier;
  mkdirSync(folder, { recursive: true });
  try {
    const server = await TestWorkflowEnvironment.createLocal({
      server: {
        executable: { type: 'cached-download', downloadDir: folder },
        log: { format: 'pretty', level: 'error' },
      },
    });
    await server.teardown();
  } catch {
    return undefined;
  }
  return executableIn(folder);
}
