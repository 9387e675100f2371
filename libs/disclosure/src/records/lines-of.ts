import { tooLong, type RecordLimits } from './record-limits.js';

const newline = 0x0a;

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);

/**
 * The lines of a stream of bytes, without their ends. Memory is bounded by the longest line allowed.
 * @throws NotARecord for a longer line than there may be
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  limits: RecordLimits,
): AsyncGenerator<Uint8Array> {
  let open: Uint8Array[] = [];
  let length = 0;
  let line = 1;
  const grown = (part: Uint8Array): void => {
    length += part.length;
    if (length > limits.recordBytes) throw tooLong(line, limits);
    open.push(part);
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      grown(chunk.subarray(from, end));
      yield joined(open);
      open = [];
      length = 0;
      line += 1;
      from = end + 1;
    }
    if (from < chunk.length) grown(chunk.subarray(from));
  }
  if (length > 0) yield joined(open);
}
