import { Client, Connection } from '@temporalio/client';

/** Where Temporal is, as the settings name it. */
export interface TemporalPlace {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly temporalTls: boolean;
  readonly temporalApiKey: string | undefined;
}

/** A client that connects when it is first asked, so that its owner runs while Temporal is down. Close its `connection`. */
export function openTemporal(place: TemporalPlace): Client {
  const { temporalAddress: address, temporalNamespace: namespace, temporalApiKey: apiKey } = place;
  const connection = Connection.lazy({
    address,
    connectTimeout: '2s',
    ...((place.temporalTls || apiKey) && { tls: true }),
    ...(apiKey && { apiKey }),
  });
  return new Client({ connection, namespace });
}
