import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { historyTamperings, type OpenHistory } from './in-histories.js';
import type { KindIn, Pick } from './kinds.js';

/** Changes one file of the archive; `other` is another case's history. */
export type ArchiveTampering = (path: string, pick: Pick, other: OpenHistory) => void;

type OfContents = keyof typeof historyTamperings;

const historyIn = (path: string): OpenHistory =>
  JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as OpenHistory;

/** What somebody who can write to the archive's folder does to what a history says. */
const ofContents = Object.fromEntries(
  (Object.keys(historyTamperings) as OfContents[]).map((name): [OfContents, ArchiveTampering] => [
    name,
    (path, pick, other) => {
      const history = historyIn(path);
      historyTamperings[name](history, pick, other);
      writeFileSync(path, gzipSync(JSON.stringify(history)));
    },
  ]),
) as Record<OfContents, ArchiveTampering>;

/** More than the archive would ever unpack, in bytes. */
const endless = 300 * 1024 * 1024;

export const inArchive: Readonly<Record<KindIn<'archive'>, ArchiveTampering>> = {
  ...ofContents,
  'the file is deleted': path => {
    rmSync(path);
  },
  'the file is empty': path => {
    truncateSync(path);
  },
  'the file is cut short': (path, pick) => {
    truncateSync(path, 1 + pick(readFileSync(path).length - 1));
  },
  'the file is made longer': path => {
    appendFileSync(path, gzipSync(' '));
  },
  'one byte of the file is changed': (path, pick) => {
    const bytes = readFileSync(path);
    // The ten bytes of a gzip header say when and where it was packed, and nothing of what is in it.
    const at = 10 + pick(bytes.length - 10);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
  'the file is no longer packed': path => {
    writeFileSync(path, gunzipSync(readFileSync(path)));
  },
  'the file grows without end': path => {
    writeFileSync(path, gzipSync(Buffer.alloc(endless)));
  },
};
