/** What stands open on the page of a case; a case of years has hundreds of letters and events. */
const screenful = 10;

interface Apart<One> {
  readonly latest: readonly One[];
  readonly earlier: readonly One[];
}

/** @param all the newest first */
export const latestApart = <One>(all: readonly One[]): Apart<One> => ({
  latest: all.slice(0, screenful),
  earlier: all.slice(screenful),
});
