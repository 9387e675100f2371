import { createHash } from 'node:crypto';
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;

/** What proves a closed run: SHA-256 of its events in protobuf's canonical order of fields, in hexadecimal. */
export function hashOfHistory(history: proto.temporal.api.history.v1.IHistory): string {
  return createHash('sha256').update(History.encode(history).finish()).digest('hex');
}
