import type { Client } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';
import {
  visit,
  walkGetWorkflowExecutionHistoryResponse,
} from '@temporalio/common/lib/internal-non-workflow/index.js';
import type proto from '@temporalio/proto';

type History = proto.temporal.api.history.v1.IHistory;

async function opened(codecs: readonly PayloadCodec[], payloads: Payload[]): Promise<Payload[]> {
  let found = payloads;
  for (const codec of codecs.toReversed()) found = await codec.decode(found);
  return found;
}

/**
 * The history with every payload opened, those of failures among them: what an archive or a bundle holds must be readable when the keys
 * of Temporal's store are long gone. Search attributes are never sealed. @throws PayloadKeyMissing · PayloadChanged
 */
export async function openedHistory<Fetched extends History>(
  { options: { loadedDataConverter } }: Pick<Client, 'options'>,
  history: Fetched,
): Promise<Fetched> {
  const { payloadCodecs } = loadedDataConverter;
  await visit({ history }, walkGetWorkflowExecutionHistoryResponse, {
    skipSearchAttributes: true,
    transformPayloads: payloads => opened(payloadCodecs, payloads),
    transformPayload: async payload => (await opened(payloadCodecs, [payload]))[0] ?? payload,
  });
  return history;
}
