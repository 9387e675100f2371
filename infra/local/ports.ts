import { createServer, type Server } from 'node:net';

const host = '127.0.0.1';

const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });

const close = (server: Server): Promise<void> => new Promise(resolve => server.close(() => resolve()));

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A listening server has no port.');
  return address.port;
};

/** So many ports that are free now. All are held until all are found, so that none is given twice. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map(portOf);
  await Promise.all(servers.map(close));
  return ports;
}

export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error('The machine has no free port on 127.0.0.1.');
  return port;
}

export async function isFree(port: number): Promise<boolean> {
  try {
    await close(await listen(port));
    return true;
  } catch {
    return false;
  }
}

/** A port something needs, and the setting that changes it. */
export interface WantedPort {
  readonly port: number;
  readonly for: string;
  readonly setting: string;
}

/** @throws Error naming every port that is taken, with the setting that changes it. */
export async function refuseTakenPorts(wanted: readonly WantedPort[]): Promise<void> {
  const taken: WantedPort[] = [];
  for (const one of wanted) if (!(await isFree(one.port))) taken.push(one);
  if (taken.length === 0) return;
  throw new Error(
    taken
      .map(
        one =>
          `Port ${one.port}, for ${one.for}, is taken. Stop what listens there, or choose another: ${one.setting}=${one.port + 10_000} npm start`,
      )
      .join('\n'),
  );
}
