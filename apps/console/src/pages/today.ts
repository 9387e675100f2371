import { Injectable } from '@nestjs/common';
import { londonDayAt, writeDay, type CivilDate, type Instant } from '@duly/law';

/** Which day it is in London, where the law counts days. */
@Injectable()
export class Today {
  /** @param aheadSeconds how far this clock is ahead of the real one; 0 in production, whose settings refuse anything else */
  constructor(private readonly aheadSeconds: number) {}

  date(): CivilDate {
    return writeDay(londonDayAt((Date.now() + this.aheadSeconds * 1_000) as Instant));
  }
}
