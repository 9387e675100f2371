import { NotARecord } from './not-a-record.js';

export interface RecordLimits {
  /** Bytes of one record. */
  readonly recordBytes: number;
  /** Records of one entity. */
  readonly records: number;
}

export const tooLong = (line: number, { recordBytes }: RecordLimits): NotARecord =>
  new NotARecord(line, undefined, `it is longer than the ${recordBytes} bytes one record may have.`);

export const tooMany = (line: number, { records }: RecordLimits): NotARecord =>
  new NotARecord(line, undefined, `there are more than the ${records} records allowed.`);
