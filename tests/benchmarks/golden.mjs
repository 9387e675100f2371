// The golden histories, and what their events carry.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspace } from '@duly/infra';

export async function golden(name) {
  return JSON.parse(await readFile(join(workspace, 'tests', 'histories', `${name}.json`), 'utf8'));
}

function payloadsIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value.payloads) ? value.payloads : Object.values(value).flatMap(payloadsIn);
}

/** The arguments or results in a history event, as the values they hold. */
export function carried(event) {
  const [, content] = Object.entries(event).find(([name]) => name.endsWith('EventAttributes'));
  return payloadsIn(content).map(({ data }) => JSON.parse(Buffer.from(data, 'base64').toString('utf8')));
}
