import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function rootFrom(folder: string): string {
  if (existsSync(join(folder, 'nx.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('Duly’s own folder was not found: nx.json is missing above this program.');
  return rootFrom(parent);
}

/** The checkout's root, from a source file and from a bundle in dist alike. */
export const workspace = rootFrom(dirname(fileURLToPath(import.meta.url)));

/** What takes minutes to make is kept outside the checkout, once for a machine: $DULY_CACHE, $XDG_CACHE_HOME/duly or ~/.cache/duly. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return (
    environment['DULY_CACHE'] || join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'duly')
  );
}
