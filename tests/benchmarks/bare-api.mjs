// The least NestJS API that runs the same statements as ours. It imports nothing of ours.
import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';

const { port, urls, write, read, opening, temporal } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const pools = Object.fromEntries(
  Object.entries(urls).map(([name, connectionString]) => [name, new pg.Pool({ connectionString, max: 10 })]),
);
const client = new Client({ connection: await Connection.connect({ address: temporal }) });

let opened = 500_000;
const fresh = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|DR-\d{4}-\d{6}|\b[0-9a-f]{32,}\b/g;

/** Ids, references and hashes of the captured call, each replaced by one of this call's own. */
function renewing() {
  const own = new Map();
  opened += 1;
  const number = opened; // others begin before this one needs it
  const renewed = text => {
    if (text.includes('-') && text.startsWith('DR')) return `DR-2036-${number}`;
    return text.includes('-')
      ? randomUUID()
      : randomBytes(Math.ceil(text.length / 2))
          .toString('hex')
          .slice(0, text.length);
  };
  return value =>
    value === null
      ? null
      : value.replace(fresh, text => {
          if (!own.has(text)) own.set(text, renewed(text));
          return own.get(text);
        });
}

async function run(statements, renew) {
  const clients = {};
  let rows = [];
  try {
    for (const { database, text, values } of statements) {
      clients[database] ??= await pools[database].connect();
      const answer = await clients[database].query(text, values.map(renew));
      if (answer.rows?.length > 0) ({ rows } = answer);
    }
  } catch (error) {
    console.error(`The bare API failed: ${error.message} ${error.detail ?? ''}`);
    throw error;
  } finally {
    for (const one of Object.values(clients)) one.release();
  }
  return rows;
}

class Bare {
  async write() {
    return { rows: (await run(write, renewing())).length };
  }
  async writeAndStart() {
    const rows = await run(write, renewing());
    await client.workflow.start('bare', {
      workflowId: `bare-${randomUUID()}`,
      taskQueue: 'nobody',
      args: [opening],
    });
    return { rows: rows.length };
  }
  /** Nothing but starts, so many at once; answers the milliseconds they took. */
  async starts({ many, atOnce }) {
    let next = 0;
    const one = async () => {
      while (next < many) {
        next += 1;
        const workflowId = `bare-${randomUUID()}`;
        await client.workflow.start('bare', { workflowId, taskQueue: 'nobody', args: [opening] });
      }
    };
    const begun = performance.now();
    await Promise.all(Array.from({ length: atOnce }, one));
    return { milliseconds: performance.now() - begun };
  }
  async read() {
    return { rows: await run(read, value => value) };
  }
}
const routes = {
  write: Post('write'),
  writeAndStart: Post('write-and-start'),
  starts: Post('starts'),
  read: Get('read'),
};
for (const [name, route] of Object.entries(routes)) {
  const descriptor = Object.getOwnPropertyDescriptor(Bare.prototype, name);
  if (name !== 'read') Body()(Bare.prototype, name, 0);
  route(Bare.prototype, name, descriptor);
}
Controller()(Bare);
class BareModule {}
Module({ controllers: [Bare] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(port, '127.0.0.1');
process.on('message', async () => {
  await app.close();
  await Promise.all(Object.values(pools).map(pool => pool.end()));
  await client.connection.close();
  process.disconnect();
});
process.send('ready');
