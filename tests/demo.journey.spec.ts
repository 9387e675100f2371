import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { workspace } from '@duly/infra';

const program = join(workspace, 'dist', 'infra', 'demo', 'demo.js');

interface Ended {
  readonly code: number;
  readonly story: string;
  readonly progress: string;
}

const demo = (): Promise<Ended> =>
  new Promise(resolve =>
    execFile(process.execPath, [program], (error, story, progress) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, story, progress }),
    ),
  );

describe('npm run demo', () => {
  it('tells six lives on the real servers, and every expectation is met', async () => {
    const { code, story, progress } = await demo();
    expect(`${story}\n${progress}`).not.toContain('✗');
    expect(code).toBe(0);
    expect(story.match(/^\d\. .+$/gm)).toEqual([
      '1. An access request, answered on its last day',
      '2. An identity pause: the month begins when the papers arrive',
      '3. A manifestly excessive request, with a fee',
      '4. An extended request: three months instead of one',
      '5. A refusal, with its reasons and the ways to complain',
      '6. Data taken elsewhere: from five sources, straight to another organisation and by a link',
    ]);
    expect(story.trimEnd()).toMatch(/All \d+ expectations of the 6 lives are met\.$/);
    // Nothing that differs from one telling to the next.
    expect(story).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  }, 600_000);
});
