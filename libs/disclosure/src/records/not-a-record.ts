/** What a source sent is no record of the entity it names. Says where and which rule; never holds a value, which is somebody's data. */
export class NotARecord extends Error {
  override readonly name = 'NotARecord';

  constructor(
    /** From 1. */
    readonly line: number,
    readonly field: string | undefined,
    readonly problem: string,
  ) {
    super(
      `Record ${line}${field === undefined ? '' : `, field "${field}"`}: ${problem} Mend it at the source and send it again.`,
    );
  }
}
