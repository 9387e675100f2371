#!/usr/bin/env node
// Committed as it is, so that `npm ci` can link it before anything is built. All that it runs is the bundle.
import { existsSync } from 'node:fs';

const bundle = new URL('../../../dist/apps/cli/main.js', import.meta.url);
if (existsSync(bundle)) {
  const { duly } = await import(bundle.href);
  process.exitCode = await duly(process.argv.slice(2));
} else {
  console.error('duly is not built yet. Run: npx nx build @duly/cli');
  process.exitCode = 2;
}
