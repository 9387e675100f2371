import { Client, Connection } from '@temporalio/client';

/** Where Temporal is, as the settings name it. */
export interface TemporalPlace {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly temporalTls: boolean;
  readonly temporalApiKey: string | undefined;
}

/** What a connection needs, of a client or of a worker. An API key travels over TLS only. */
export interface ConnectionParts {
  readonly address: string;
  readonly tls?: true;
  readonly apiKey?: string;
}

export function connectionTo({
  temporalAddress,
  temporalTls,
  temporalApiKey,
}: TemporalPlace): ConnectionParts {
  return {
    address: temporalAddress,
    ...((temporalTls || temporalApiKey) && { tls: true }),
    ...(temporalApiKey && { apiKey: temporalApiKey }),
  };
}

/** A client that connects when it is first asked, so that its owner runs while Temporal is down. Close its `connection`. */
export function openTemporal(place: TemporalPlace): Client {
  const connection = Connection.lazy({ ...connectionTo(place), connectTimeout: '2s' });
  return new Client({ connection, namespace: place.temporalNamespace });
}
