const chunkLength = 64 * 1_024;

/** Text in pieces of about 64 KiB of UTF-8: few enough for a pipe, small enough for memory. */
export async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let open = '';
  for await (const piece of pieces) {
    open += piece;
    if (open.length < chunkLength) continue;
    yield Buffer.from(open);
    open = '';
  }
  if (open !== '') yield Buffer.from(open);
}
