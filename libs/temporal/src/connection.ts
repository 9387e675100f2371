import { Client, Connection } from '@temporalio/client';
import { SealedPayloads } from './payloads/sealed-payloads.js';

/** Where Temporal is, as the settings name it. */
export interface TemporalPlace {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly temporalTls: boolean;
  readonly temporalApiKey: string | undefined;
}

/** The same, with the keys that lock what goes there. */
export interface SealedPlace extends TemporalPlace {
  readonly temporalPayloadKeys: string;
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

/**
 * A client that connects when it is first asked, so that its owner runs while Temporal is down; it seals what it sends and opens what it
 * is answered. Close its `connection`. @throws Error where the keys are not well written
 */
export function openTemporal(place: SealedPlace): Client {
  const connection = Connection.lazy({ ...connectionTo(place), connectTimeout: '2s' });
  return new Client({
    connection,
    namespace: place.temporalNamespace,
    dataConverter: { payloadCodecs: [SealedPayloads.from(place)] },
  });
}
