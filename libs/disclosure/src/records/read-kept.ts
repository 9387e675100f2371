import { isUtf8 } from 'node:buffer';
import type { Entity, KeptRecord } from './entity.js';
import { keptOf } from './kept-record.js';
import { shapeOf } from './kept-shape.js';
import { readLine } from './read-records.js';
import { tooLong, tooMany, type RecordLimits } from './record-limits.js';

const newline = 0x0a;
/** Bytes of a line that is looked at by its shape: beyond it, that would take too much of the stack. */
const longestByShape = 64 * 1_024;

/** Reads lines in blocks, and knows how many there were. */
class KeptLines {
  private line = 0;
  private readonly shape: RegExp;

  constructor(
    private readonly entity: Entity,
    private readonly limits: RecordLimits,
  ) {
    this.shape = shapeOf(entity);
  }

  /** @param block whole lines */
  in(block: Buffer): readonly KeptRecord[] {
    const text = block.toString('latin1');
    const isText = isUtf8(block);
    const found: KeptRecord[] = [];
    for (let from = 0; from < text.length;) {
      this.line += 1;
      const end = text.indexOf('\n', from);
      const to = end < 0 ? text.length : end;
      this.mayGrowTo(to - from, this.line);
      const kept = isText && to - from <= longestByShape ? this.asKept(text, from) : undefined;
      const record = kept ?? this.asNew(block.subarray(from, to));
      if (record && this.line > this.limits.records) throw tooMany(this.line, this.limits);
      if (record) found.push(record);
      from = to + 1;
    }
    return found;
  }

  /** @throws NotARecord where a line, ended or not, is too long; the next one unless it is told */
  mayGrowTo(length: number, line = this.line + 1): void {
    if (length > this.limits.recordBytes) throw tooLong(line, this.limits);
  }

  private asKept(text: string, from: number): KeptRecord | undefined {
    this.shape.lastIndex = from;
    return this.shape.exec(text)?.slice(1);
  }

  /** Undefined for a blank line. */
  private asNew(line: Uint8Array): KeptRecord | undefined {
    const record = readLine(this.entity, line, this.line);
    return record && keptOf(this.entity, record);
  }
}

/**
 * Reads again what `readRecords` read and was kept, many at once and several times as fast. A line that has the shape in which records are
 * kept is taken as it stands: its values were checked when it came, and what seals it proves that it is the same. Any other is read as if
 * it had just come.
 * @throws NotARecord
 */
export async function* readKept(
  entity: Entity,
  bytes: AsyncIterable<Uint8Array>,
  limits: RecordLimits,
): AsyncGenerator<readonly KeptRecord[]> {
  const lines = new KeptLines(entity, limits);
  let open: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end > 0) {
      yield lines.in(Buffer.concat([...open, chunk.subarray(0, end)]));
      [open, length] = [[], 0];
    }
    open.push(chunk.subarray(end));
    length += chunk.length - end;
    lines.mayGrowTo(length);
  }
  if (length > 0) yield lines.in(Buffer.concat(open));
}
