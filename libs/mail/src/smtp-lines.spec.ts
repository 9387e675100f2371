import { SmtpPost } from './index.js';
import { givenServer, reply, type GivenServer } from './smtp-server.given.js';

const letter = (number: number) => Buffer.from(`Subject: ${number}\r\n\r\nDear Zebedee\r\n`);
const envelope = { from: 'rights@council.example', to: 'zebedee@canary.example' };

let server: GivenServer | undefined;
let post: SmtpPost | undefined;
afterEach(async () => {
  post?.close();
  await server?.stop();
});

/** A server that counts who connects, and does something at the sender of each letter. */
async function counting(
  atSender: (letter: number, drop: () => void, done: (error?: Error) => void) => void = (
    _letter,
    _drop,
    done,
  ) => done(),
  more: Parameters<typeof givenServer>[0] = {},
) {
  const seen = { connections: 0, letters: 0 };
  server = await givenServer({
    ...more,
    handlers: drop => ({
      onConnect: (_session, done) => {
        seen.connections += 1;
        done();
      },
      onMailFrom: (_address, _session, done) => {
        seen.letters += 1;
        atSender(seen.letters, drop, done);
      },
    }),
  });
  const smtp = new SmtpPost({
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    connectTimeout: 1,
    socketTimeout: 1,
    connections: 2,
  });
  post = smtp;
  return { seen, send: (number: number) => smtp.send(envelope, letter(number)) };
}

describe('letters one after the other', () => {
  it('go over one connection, each byte for byte', async () => {
    const { seen, send } = await counting();
    for (const number of [1, 2, 3]) expect(await send(number)).toMatchObject({ result: 'accepted' });
    expect(seen.connections).toBe(1);
    expect(server?.taken).toEqual([1, 2, 3].map(letter));
  });

  it('at once never hold more connections than the settings allow', async () => {
    const { seen, send } = await counting();
    await Promise.all(Array.from({ length: 20 }, (_, number) => send(number)));
    await Promise.all(Array.from({ length: 20 }, (_, number) => send(number)));
    expect(seen.connections).toBe(2);
    expect(server?.taken).toHaveLength(40);
  });

  it('do not share a connection on which one was refused, deferred or lost', async () => {
    for (const code of [550, 451]) {
      const { seen, send } = await counting((number, _drop, done) =>
        done(number === 1 ? reply(code, 'not this one') : undefined),
      );
      expect(await send(1)).toMatchObject({ result: code === 550 ? 'refused' : 'deferred', code });
      expect(await send(2)).toMatchObject({ result: 'accepted' });
      expect(seen.connections).toBe(2);
      await server?.stop();
    }
  });

  it('take a new connection where the kept one is gone, and each arrives once', async () => {
    let hangUp: () => void = () => undefined;
    const { seen, send } = await counting((_number, drop, done) => {
      hangUp = drop;
      done();
    });
    await send(1);
    hangUp();
    expect(await send(2)).toMatchObject({ result: 'accepted' });
    expect(seen.connections).toBe(2);
    expect(server?.taken).toEqual([1, 2].map(letter));
  });

  it.each<[string, (drop: () => void, done: (error?: Error) => void) => void]>([
    ['hangs up', drop => drop()],
    ['says 421', (_drop, done) => done(reply(421, 'enough for one connection'))],
  ])('take a new connection where the server %s before the letter has begun', async (_, end) => {
    const { seen, send } = await counting((number, drop, done) => (number === 2 ? end(drop, done) : done()));
    await send(1);
    expect(await send(2)).toMatchObject({ result: 'accepted' });
    expect(seen).toEqual({ connections: 2, letters: 3 });
    expect(server?.taken).toEqual([1, 2].map(letter));
  });

  it('are never sent again by themselves once they have begun: the outcome is unknown', async () => {
    let taken = 0;
    const { seen, send } = await counting(undefined, {
      atFinalDot: (drop, answer) => {
        taken += 1;
        if (taken === 2) drop();
        else answer();
      },
    });
    await send(1);
    expect(await send(2)).toEqual({ result: 'unknown' });
    expect([seen.connections, taken]).toEqual([1, 2]);
  });

  it('end in time where a kept connection has gone silent', async () => {
    const { send } = await counting((number, _drop, done) => (number === 2 ? undefined : done()));
    await send(1);
    expect(await send(2)).toMatchObject({ result: expect.stringMatching(/accepted|deferred/) });
    expect(server?.taken.length).toBeGreaterThanOrEqual(1);
  });
});
