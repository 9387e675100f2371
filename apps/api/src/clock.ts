/** Whose now it is when a request is opened. An existing case lives by its own workflow's time; tokens expire by the real clock. */
export class Clock {
  /** @param aheadSeconds how far this clock is ahead of the real one; 0 in production, whose settings refuse anything else. */
  constructor(readonly aheadSeconds: number) {}

  now(): Date {
    return new Date(Date.now() + this.aheadSeconds * 1_000);
  }
}
