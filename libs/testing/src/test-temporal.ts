import { type Started, temporalServer } from '@duly/infra/spec-servers';
import { Client, Connection } from '@temporalio/client';

export interface TestTemporal extends Started {
  readonly address: string;
  readonly namespace: string;
  readonly client: Client;
}

/** A Temporal with a client. Give each spec its own task queue and workflow ids: the server may be shared. */
export async function testTemporal(): Promise<TestTemporal> {
  const server = await temporalServer();
  const connection = await Connection.connect({ address: server.address });
  const stop = async (): Promise<void> => {
    await connection.close();
    await server.stop();
  };
  return { address: server.address, namespace: 'default', client: new Client({ connection }), stop };
}
