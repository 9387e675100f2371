import type { LettersView } from '@duly/api-contract';

type Letter = LettersView['letters'][number];

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

export const newestFirst = (letters: readonly Letter[]): readonly Letter[] =>
  [...letters].sort((one, other) => other.decidedAt.localeCompare(one.decidedAt));

const underWay: readonly Letter['state'][] = ['decided', 'sending', 'deferred'];
const toStaff: readonly Letter['recipient'][] = ['handler', 'manager'];

/** Whether it has been decided to send it to a person and its outcome is not known; a reminder that is only planned is not. */
export const isOnTheWay = ({ state, recipient, plannedFor }: Letter): boolean =>
  underWay.includes(state) && plannedFor === null && !toStaff.includes(recipient);
