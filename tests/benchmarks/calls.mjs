// Calls of the API and of the bare one, as a member of staff makes them.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, workspace } from '@duly/infra';

export const letter = {
  rights: ['access'],
  channel: 'email',
  words: 'Please send me what you hold about me.',
  subject: { name: 'Amina Rahman', email: 'amina.rahman@people.example' },
};

/** One that came today, by London's day. */
export function letterOfToday() {
  const receivedOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  return { ...letter, receivedOn };
}

export async function tokenOf({ issuer }, staff = 'handler') {
  const body = new URLSearchParams({
    grant_type: 'urn:duly:development:staff',
    client_id: 'duly-cli',
    staff,
  });
  return (await (await fetch(`${issuer}/token`, { method: 'POST', body })).json()).access_token;
}

async function good(response) {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} was answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

export const post = async (url, token, body = {}) =>
  good(
    await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    }),
  );

export const get = async (url, token) =>
  good(await fetch(url, { headers: { authorization: `Bearer ${token}` } }));

/** So many calls, so many at once; gives their answers. */
export async function inParallel(many, atOnce, call) {
  const answers = [];
  let next = 0;
  const one = async () => {
    while (next < many) {
      next += 1;
      answers.push(await call());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return answers;
}

/** The bare API in a process of its own. */
export async function startBare(folder, given) {
  const port = await freePort();
  const file = join(folder, `bare-api-${port}.json`);
  await writeFile(file, JSON.stringify({ ...given, port }));
  const child = fork(join(workspace, 'tests', 'benchmarks', 'bare-api.mjs'), [file]);
  await once(child, 'message');
  const stop = async () => {
    child.send('stop');
    await once(child, 'exit');
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
