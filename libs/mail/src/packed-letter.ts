/** The address a letter goes to, and its bytes, sealed together so that neither is ever sent with another. */
export const packed = (to: string, bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`${to}\n`), bytes]);

export function unpacked(letter: Buffer): { readonly to: string; readonly bytes: Buffer } {
  const end = letter.indexOf('\n');
  return { to: letter.subarray(0, end).toString(), bytes: letter.subarray(end + 1) };
}
