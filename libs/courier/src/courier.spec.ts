import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createLockedServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { authority, other, receiver } from './certificates.data.js';
import { Courier, type CourierOptions } from './courier.js';

const open: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of open.splice(0)) await new Promise(resolve => server.close(resolve));
});

/** A server of its own. @returns its port, and what it was asked */
async function serving(answer: RequestListener, locked?: { cert: string; key: string }) {
  const asked: { path: string; host: string; body: string }[] = [];
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      asked.push({ path: request.url ?? '', host: request.headers.host ?? '', body });
      answer(request, response);
    });
  };
  const server = locked ? createLockedServer(locked, listener) : createServer(listener);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return { port: (server.address() as AddressInfo).port, asked };
}

const toHere = (port: number, more: CourierOptions = {}) => {
  const loopback = [`127.0.0.1:${port}`, `receiver.example:${port}`];
  const resolve = () => Promise.resolve(['127.0.0.1']);
  return new Courier({ loopback, resolve, authorities: [authority], ...more });
};
const call = (url: string) => ({ url, headers: { 'content-type': 'application/json' }, body: '{"a":"é"}' });

describe('a call', () => {
  it('arrives byte for byte over https, at the host of its name and by its certificate', async () => {
    const { port, asked } = await serving((_, response) => response.writeHead(202).end('taken'), receiver);
    const outcome = await toHere(port).call(call(`https://receiver.example:${port}/in?for=cases`));
    expect(outcome).toMatchObject({ kind: 'answered', status: 202, isCut: false });
    expect(outcome.kind === 'answered' && outcome.body.toString()).toBe('taken');
    expect(asked).toEqual([{ path: '/in?for=cases', host: `receiver.example:${port}`, body: '{"a":"é"}' }]);
  });

  it('is refused where the certificate is of another name, or of nobody whom we trust', async () => {
    const { port, asked } = await serving((_, response) => response.end(), other);
    const url = `https://receiver.example:${port}/`;
    expect(await toHere(port).call(call(url))).toMatchObject({ because: 'certificate-refused' });
    const { port: good } = await serving((_, response) => response.end(), receiver);
    const unknown = await toHere(good, { authorities: [] }).call(call(`https://receiver.example:${good}/`));
    expect(unknown).toMatchObject({ kind: 'failed', because: 'certificate-refused' });
    expect(asked).toEqual([]);
  });

  it('follows no redirect', async () => {
    const inner = await serving((_, response) => response.end('secret'));
    const { port } = await serving((_, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${inner.port}/` }).end(),
    );
    const outcome = await toHere(port).call(call(`http://127.0.0.1:${port}/`));
    expect(outcome).toMatchObject({ kind: 'answered', status: 307 });
    expect(inner.asked).toEqual([]);
  });

  it('uses no proxy of the environment', async () => {
    const proxy = await serving((_, response) => response.end());
    const { port, asked } = await serving((_, response) => response.end());
    const before = process.env['HTTP_PROXY'];
    process.env['HTTP_PROXY'] = `http://127.0.0.1:${proxy.port}`;
    try {
      await toHere(port).call(call(`http://127.0.0.1:${port}/`));
    } finally {
      if (before === undefined) delete process.env['HTTP_PROXY'];
      else process.env['HTTP_PROXY'] = before;
    }
    expect([proxy.asked.length, asked.length]).toEqual([0, 1]);
  });

  it('tells a 500 as it is', async () => {
    const { port } = await serving((_, response) => response.writeHead(500).end('broken'));
    expect(await toHere(port).call(call(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 500 });
  });

  it('tells that nobody listens', async () => {
    const { port } = await serving((_, response) => response.end());
    await new Promise(resolve => open.pop()?.close(resolve));
    const outcome = await toHere(port).call(call(`http://127.0.0.1:${port}/`));
    expect(outcome).toMatchObject({ kind: 'failed', because: 'not-connected' });
  });
});

describe('a name', () => {
  const named = (...answers: readonly string[][]) => {
    let times = 0;
    const resolve = () => Promise.resolve(answers[times++] ?? []);
    return { courier: new Courier({ resolve, connectTimeout: 100, totalTimeout: 200 }), times: () => times };
  };

  it.each([
    [['127.0.0.1']],
    [['10.0.0.1']],
    [['169.254.169.254']],
    [['::ffff:127.0.0.1']],
    [['93.184.215.14', '10.0.0.1']],
  ])('that resolves to %j is not called', async addresses => {
    const outcome = await named(addresses).courier.call(call('https://hooks.example/'));
    expect(outcome).toMatchObject({ kind: 'failed', because: 'address-refused' });
  });

  it('is asked for once: one that is public first and private afterwards leads nowhere else', async () => {
    const { courier, times } = named(['192.88.99.1'], ['127.0.0.1']);
    expect(await courier.call(call('https://hooks.example/'))).toMatchObject({ because: 'address-refused' });
    const { courier: further, times: furtherTimes } = named(['93.184.215.14'], ['127.0.0.1']);
    // The public address cannot be reached from a spec; what matters is that nothing asked a second time.
    expect(await further.call(call('https://hooks.example/'))).toMatchObject({ kind: 'failed' });
    expect([times(), furtherTimes()]).toEqual([1, 1]);
  });

  it('that is listed for development must lie on this machine', async () => {
    const courier = new Courier({
      loopback: ['hooks.example:80'],
      resolve: () => Promise.resolve(['10.0.0.1']),
    });
    expect(await courier.call(call('http://hooks.example/'))).toMatchObject({ because: 'address-refused' });
  });

  it('that nobody knows is told as such', async () => {
    const courier = new Courier({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await courier.call(call('https://hooks.example/'))).toMatchObject({ because: 'no-such-host' });
  });
});

describe('an answer', () => {
  it('without end is read up to the cap, and no further', async () => {
    const { port } = await serving((_, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(1_024)));
        response.once('drain', more);
      };
      more();
    });
    const outcome = await toHere(port, { mostBytes: 5_000 }).call(call(`http://127.0.0.1:${port}/`));
    expect(outcome).toMatchObject({ kind: 'answered', status: 200, isCut: true });
    expect(outcome.kind === 'answered' && outcome.body.length).toBe(5_000);
  });

  it('that drips is waited for as long as the whole call may take', async () => {
    const { port } = await serving((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const outcome = await toHere(port, { totalTimeout: 200 }).call(call(`http://127.0.0.1:${port}/`));
    expect(outcome).toMatchObject({ kind: 'failed', because: 'timed-out' });
  });

  it('that never begins is not waited for either, nor a handshake that does not', async () => {
    const { port } = await serving(() => undefined);
    const silent = await toHere(port, { totalTimeout: 200 }).call(call(`http://127.0.0.1:${port}/`));
    expect(silent).toMatchObject({ kind: 'failed', because: 'timed-out' });
    const locked = await toHere(port, { totalTimeout: 200 }).call(call(`https://receiver.example:${port}/`));
    expect(locked.kind).toBe('failed');
  });

  it('that breaks off in the middle is told as such', async () => {
    const { port } = await serving((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => request.socket.destroy());
    });
    const outcome = await toHere(port).call(call(`http://127.0.0.1:${port}/`));
    expect(outcome).toMatchObject({ kind: 'failed', because: 'broken-off' });
  });
});
