// Fetches an S3-compatible server (versitygw, a Go module) for `npm run deep`, once. Without Go it says so, and the try is left out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../node_modules/.cache/duly-s3', import.meta.url));
if (!existsSync(join(folder, 'versitygw'))) {
  mkdirSync(folder, { recursive: true });
  const { status, error } = spawnSync(
    'go',
    ['install', 'github.com/versity/versitygw/cmd/versitygw@v1.8.0'],
    {
      stdio: 'inherit',
      env: { ...process.env, GOBIN: folder },
    },
  );
  if (error || status !== 0)
    console.error(
      'versitygw could not be built: Go 1.26 or newer is needed. S3 is not tried against a server.',
    );
}
