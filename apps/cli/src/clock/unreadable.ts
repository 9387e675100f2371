const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

/** Why a file could not be read, in words; anything but the file's own fault is thrown on. */
export function whyUnreadable(thrown: unknown): string {
  const code =
    thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const why = reasons[code];
  if (why === undefined) throw thrown;
  return why;
}
