const chunkLength = 64 * 1_024;

/**
 * Text in pieces of about 64 KiB: few enough for a pipe, small enough for memory.
 * @param encoding `latin1` for a text whose characters are the bytes of UTF-8 already
 */
export async function* inChunks(
  pieces: AsyncIterable<string>,
  encoding: 'utf8' | 'latin1' = 'utf8',
): AsyncGenerator<Uint8Array> {
  let open = '';
  for await (const piece of pieces) {
    open += piece;
    if (open.length < chunkLength) continue;
    yield Buffer.from(open, encoding);
    open = '';
  }
  if (open !== '') yield Buffer.from(open, encoding);
}
