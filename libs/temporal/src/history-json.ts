import { createRequire } from 'node:module';
import proto from '@temporalio/proto';
import { patchProtobufRoot } from '@temporalio/proto/lib/patch-protobuf-root.js';

type History = proto.temporal.api.history.v1.IHistory;

interface ProtobufJson {
  readonly fromJson: (
    type: unknown,
    json: unknown,
    options: { readonly ignoreUnknownFields: boolean },
  ) => History | null;
  readonly toJson: (type: unknown, message: unknown) => unknown;
}

/**
 * The SDK's own historyToJSON fails where npm gives it another copy of protobufjs than the one its types are made by ("type must be
 * a Type"), as with this lock file. So the copy that belongs to the types is asked.
 */
const besideTheTypes = createRequire(createRequire(import.meta.url).resolve('@temporalio/proto'));
const { fromJson, toJson } = besideTheTypes('protobufjs/ext/protojson') as ProtobufJson;
const root = patchProtobufRoot(proto) as typeof proto & { lookupType(name: string): unknown };
const historyType = root.lookupType('temporal.api.history.v1.History');

/** A history as Temporal's own tools write it: protobuf's JSON. */
export function historyToJson(history: History): unknown {
  return toJson(historyType, proto.temporal.api.history.v1.History.fromObject(history));
}

/** Reads what {@link historyToJson} or Temporal's tools wrote. @throws Error where it is no history */
export function historyFromJson(json: unknown): History {
  const history = fromJson(historyType, json, { ignoreUnknownFields: true });
  if (!history) throw new Error('This is no history.');
  return history;
}
