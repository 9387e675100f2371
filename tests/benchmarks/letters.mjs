// Letters a second: each sealed, claimed, sent and settled in PostgreSQL, beside nodemailer's pool alone with the same bytes.
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { buildMessage, packed, SmtpPost } from '@duly/mail';
import { Database } from '@duly/postgres';
import { Register } from '@duly/register';
import { keysRole, Vault } from '@duly/vault';
import { workspace } from '../../infra/local/workspace.ts';
import { sendLetter } from '@duly/worker/send-letter';
import { inParallel } from './calls.mjs';
import { inRounds, over, tell } from './rounds.mjs';

const letters = 500;
/** As many as the worker's own settings have at once. */
const connections = 4;
/** As many letters as Temporal's SDK lets one worker have in hand, where nothing else is set. */
const inHand = 100;
const from = 'rights@council.example';
const to = 'ada@example.org';
const paragraph = 'We have your request and answer it within one month. '.repeat(40);
const time = () => ({ at: new Date().toISOString(), on: new Date().toISOString().slice(0, 10) });

async function startSink() {
  const child = spawn(process.execPath, [join(workspace, 'tests/benchmarks/smtp-sink.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(child.stdout, 'data');
  return {
    port: Number(port),
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

const aMessage = () =>
  buildMessage({
    from: { name: 'Example Council', address: from },
    to: { name: 'Ada Example', address: to },
    subject: 'Your request',
    text: paragraph,
    html: `<p>${paragraph}</p>`,
    at: '2036-03-31T09:00:00.000Z',
    messageHash: randomBytes(32).toString('hex'),
  });

/** A letter that is written and kept, as the worker leaves it before its first try. */
async function aKeptLetter(register, vault) {
  const requestId = randomUUID();
  const letterId = randomUUID();
  await vault.createKeys(requestId, [randomUUID()]);
  const order = {
    letterId,
    requestId,
    level: 'request',
    kind: 'acknowledgement',
    recipient: 'requester',
    occasion: '1',
  };
  await register.letters.claim(order, 1);
  const { bytes, hash, messageId } = await aMessage();
  const sealed = await vault.sealLetter(requestId, letterId, packed(to, bytes));
  await register.letters.keep(letterId, {
    message: { sealed, hash, messageId },
    document: null,
    origin: { template: 'acknowledgement', version: 1, language: 'en', dataHash: hash, commitment: hash },
  });
  return order;
}

const perSecond = async work => {
  const begun = performance.now();
  await work();
  return (letters * 1_000) / (performance.now() - begun);
};

async function pool(port) {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
  });
  const { bytes } = await aMessage();
  try {
    return await perSecond(() =>
      inParallel(letters, inHand, () => transport.sendMail({ envelope: { from, to }, raw: bytes })),
    );
  } finally {
    transport.close();
  }
}

export async function lettersASecond(house, rounds) {
  const sink = await startSink();
  const register = await Register.open({ url: house.database('duly'), poolSize: 10, application: 'bench' });
  const keys = await Database.open({
    url: house.database('duly_keys'),
    poolSize: 10,
    application: 'bench',
    role: keysRole,
  });
  const vault = new Vault({
    data: register.database,
    keys,
    masterKeys: `bench:${randomBytes(32).toString('base64')}`,
  });
  const settings = {
    host: '127.0.0.1',
    port: sink.port,
    security: 'none',
    connectTimeout: 10,
    socketTimeout: 30,
    connections,
  };
  const post = new SmtpPost(settings);
  const room = { register, vault, post, from };
  const ours = async () => {
    const orders = await inParallel(letters, 8, () => aKeptLetter(register, vault));
    let next = 0;
    return perSecond(() =>
      inParallel(letters, inHand, async () => {
        const { outcome } = await sendLetter(orders[next++], room, time);
        if (outcome !== 'accepted') throw new Error(`A letter was ${outcome}.`);
      }),
    );
  };
  try {
    const { ours: sent, alone } = await inRounds({ ours, alone: () => pool(sink.port) }, rounds);
    tell('letters a second, sealed, claimed, sent and settled', sent, '');
    tell("letters a second of nodemailer's pool alone", alone, '');
    tell('letters ÷ the pool alone', over(sent, alone), '', { atLeast: 0.5 });
  } finally {
    post.close();
    await register.close();
    await keys.close();
    await sink.stop();
  }
}
