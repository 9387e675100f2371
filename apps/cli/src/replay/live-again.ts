import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { History } from './recorded.js';
import { ReplayRoom, type Heard, type ReplayCode } from './replay-room.js';
import { CannotTell } from './verdict.js';

const bundle = join('workflows', 'rights-request', 'bundle.js');

/** The bundle that the worker runs, beside our own in `dist`. @throws CannotTell where it is not built */
export function shippedBundle(): string {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    for (const place of [join(folder, bundle), join(folder, 'dist', bundle)]) {
      if (existsSync(place)) return place;
    }
  }
  throw new CannotTell('The workflow bundle is not built. Run: npx nx build @duly/rights-request');
}

/** Sandboxes held open at once: a register of many years knows many codes, and each costs tens of megabytes. */
const mostRooms = 4;
/** By their code's text: the text of one is the same object for every case it made, so that a look costs nothing. */
const rooms = new Map<string, ReplayRoom>();

async function roomFor(name: string, code: () => ReplayCode): Promise<ReplayRoom> {
  const found = rooms.get(name);
  rooms.delete(name);
  const room = found?.isOpen ? found : new ReplayRoom(code());
  rooms.set(name, room);
  const [oldest, ...others] = rooms.keys();
  if (oldest !== undefined && others.length >= mostRooms) {
    const left = rooms.get(oldest);
    rooms.delete(oldest);
    await left?.close();
  }
  return room;
}

/** Runs workflow code over a history, offline, and listens: the code given, or that which is shipped. @throws CannotTell where that is not built */
export async function liveAgain(history: History, workflowId: string, code?: string): Promise<Heard> {
  const room =
    code === undefined
      ? await roomFor('shipped', () => ({ codePath: shippedBundle() }))
      : await roomFor(code, () => ({ code }));
  return room.live(history, workflowId);
}

/** Ends every sandbox, so that the process can end. */
export async function endReplays(): Promise<void> {
  const open = [...rooms.values()];
  rooms.clear();
  for (const room of open) await room.close();
}
