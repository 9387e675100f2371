import type { SMTPServerOptions } from 'smtp-server';
import { SmtpPost, type SmtpSettings } from './index.js';
import { closedPort, givenServer, reply, type GivenServer } from './smtp-server.given.js';

const bytes = Buffer.from(
  'Subject: hello\r\nMessage-ID: <1@council.example>\r\n\r\nDear Zebedee\r\n.leading dot\r\n',
);
const envelope = { from: 'rights@council.example', to: 'zebedee@canary.example' };

let server: GivenServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const postTo = (port: number, more: Partial<SmtpSettings> = {}) =>
  new SmtpPost({
    host: '127.0.0.1',
    port,
    security: 'none',
    connectTimeout: 5,
    socketTimeout: 5,
    connections: 2,
    ...more,
  });

async function sentTo(faults: Parameters<typeof givenServer>[0], more: Partial<SmtpSettings> = {}) {
  server = await givenServer(faults);
  return postTo(server.port, more).send(envelope, bytes);
}

describe('a letter the server takes', () => {
  it('arrives byte for byte, and the server’s reply is kept', async () => {
    expect(await sentTo({})).toEqual({
      result: 'accepted',
      code: 250,
      words: expect.stringMatching(/^250 /),
    });
    expect(server?.taken).toEqual([bytes]);
  });

  it('arrives with the password, where the server wants one', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = (auth, _session, done) => {
      if (auth.username === 'duly' && auth.password === 'secret') done(null, { user: 'duly' });
      else done(reply(535, 'wrong password'));
    };
    expect(
      await sentTo({ handlers: () => ({ onAuth }) }, { user: 'duly', password: 'secret' }),
    ).toMatchObject({ result: 'accepted' });
    await server?.stop();
    expect(await sentTo({ handlers: () => ({ onAuth }) }, { user: 'duly', password: 'wrong' })).toMatchObject(
      { result: 'deferred', code: 535 },
    );
  });
});

const atMail = (error: Error) => ({
  handlers: () => ({
    onMailFrom: (_address: unknown, _session: unknown, done: (error?: Error) => void) => done(error),
  }),
});
const atRecipient = (error: Error) => ({
  handlers: () => ({
    onRcptTo: (_address: unknown, _session: unknown, done: (error?: Error) => void) => done(error),
  }),
});
const atData = (error: Error) => ({
  atFinalDot: (_drop: () => void, answer: (error?: Error) => void) => answer(error),
});

describe('an address beyond ASCII (RFC 6531)', () => {
  const to = 'zoë@canary.example';

  it('is written to where the server takes such addresses', async () => {
    server = await givenServer();
    expect(await postTo(server.port).send({ ...envelope, to }, bytes)).toMatchObject({ result: 'accepted' });
  });

  it('is not, where it does not: the letter goes by post, and nothing was sent', async () => {
    server = await givenServer({ handlers: () => ({ hideSMTPUTF8: true }) });
    const sent = await postTo(server.port).send({ ...envelope, to }, bytes);
    expect(sent).toEqual({ result: 'not-by-email', words: expect.stringContaining('by post') });
    expect(server.taken).toEqual([]);
  });
});

describe('a letter the server does not take', () => {
  it.each([
    ['the sender', 550, atMail],
    ['the recipient', 550, atRecipient],
    ['the recipient', 553, atRecipient],
    ['the letter', 554, atData],
  ])('is refused for good where it answers %s with %i', async (_what, code, at) => {
    expect(await sentTo(at(reply(code, 'no such user')))).toMatchObject({ result: 'refused', code });
    expect(server?.taken).toEqual([]);
  });

  it.each([
    ['the sender', 451, atMail],
    ['the recipient', 450, atRecipient],
    ['the recipient', 421, atRecipient],
    ['the letter', 452, atData],
    ['the sender', 530, atMail],
  ])('is deferred where it answers %s with %i', async (_what, code, at) => {
    expect(await sentTo(at(reply(code, 'later')))).toMatchObject({ result: 'deferred', code });
  });

  it('is deferred where nobody listens', async () => {
    expect(await postTo(await closedPort()).send(envelope, bytes)).toMatchObject({ result: 'deferred' });
  });

  it('is deferred where the server greets with a refusal', async () => {
    const busy = {
      handlers: () => ({
        onConnect: (_session: unknown, done: (error?: Error) => void) => done(reply(554, 'not now')),
      }),
    };
    expect(await sentTo(busy)).toMatchObject({ result: 'deferred' });
  });

  it('is refused where it is larger than the server allows', async () => {
    expect(await sentTo({ handlers: () => ({ size: 10 }) })).toMatchObject({ result: 'refused' });
  });

  it('is deferred rather than sent in clear where encryption is required and not offered', async () => {
    expect(await sentTo({}, { security: 'starttls' })).toMatchObject({ result: 'deferred' });
    expect(server?.taken).toEqual([]);
  });
});

describe('a connection that is lost', () => {
  it('before the letter begins, defers it', async () => {
    const dropping = { handlers: (drop: () => void) => ({ onRcptTo: () => drop() }) };
    expect(await sentTo(dropping)).toMatchObject({ result: 'deferred' });
  });

  it('after the final dot, leaves its outcome unknown', async () => {
    expect(await sentTo({ atFinalDot: drop => drop() })).toEqual({ result: 'unknown' });
  });

  it('in silence before the letter begins, defers it', async () => {
    expect(
      await sentTo({ handlers: () => ({ onRcptTo: () => undefined }) }, { socketTimeout: 0.2 }),
    ).toMatchObject({ result: 'deferred' });
  });

  it('in silence after the final dot, leaves its outcome unknown', async () => {
    expect(await sentTo({ atFinalDot: () => undefined }, { socketTimeout: 0.2 })).toEqual({
      result: 'unknown',
    });
  });
});

it('opens no more connections at once than it may', async () => {
  let [open, most] = [0, 0];
  const counting = {
    atFinalDot: (_drop: () => void, answer: (error?: Error) => void) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        answer();
      });
    },
  };
  server = await givenServer(counting);
  const post = postTo(server.port, { connections: 1 });
  const results = await Promise.all([1, 2, 3].map(() => post.send(envelope, bytes)));
  expect(results.map(one => one.result)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(most).toBe(1);
});

describe('letters that wait for a connection', () => {
  it('are claimed ahead where they may be, three for each connection beside the one it sends; the others have it in hand first (0102)', async () => {
    server = await givenServer({});
    const post = postTo(server.port, { connections: 1 });
    const begun: string[] = [];
    const comes = (name: string, turn: 'ahead' | 'first' | 'later') =>
      post.inTurn(turn, send => {
        begun.push(name);
        return send(envelope, bytes);
      });
    const names = ['one', 'two', 'three', 'four', 'five'];
    const sent = [
      ...names.map(name => comes(name, 'ahead')),
      comes('tried before', 'first'),
      comes('reminder', 'later'),
    ];
    await Promise.resolve();
    expect(begun).toEqual(names.slice(0, 4));
    expect((await Promise.all(sent)).map(({ result }) => result)).toEqual(sent.map(() => 'accepted'));
    expect(new Set(begun).size).toBe(7);
    expect(post.longestWait).toBe(3 * post.longestTry);
  });
});
