import type { CaseId } from '@duly/case';
import { defineSignal } from '@temporalio/workflow';

/** `collect`: what is held about the person. `erase`: that it be erased. */
export type CollectionPurpose = 'collect' | 'erase';

/** The type of the workflow that asks the sources of one case. */
export const collectionType = 'collection';

/** One at a time for each case and purpose. */
export const collectionIdOf = (caseId: CaseId, purpose: CollectionPurpose): string =>
  `collection-${purpose}-${caseId}`;

/** Heavy work has a queue of its own: a query of an hour stands in the way of no case. */
export const collectionQueueOf = (taskQueue: string): string => `${taskQueue}-collection`;

/** Whose sources are asked, and what for; everything else is in the register. */
export interface CollectionToRun {
  readonly caseId: CaseId;
  readonly purpose: CollectionPurpose;
}

/** Something changed: a source answered, was set aside, is to be asked again, or has come. Nobody waits on it. */
export const lookAgainSignal = defineSignal('look-again');

export interface AskToTend extends CollectionToRun {
  readonly askId: string;
}

/** `settled`: it has answered or was set aside. Else when to look after it again, in milliseconds. */
export type AskTended = { readonly isSettled: true } | { readonly isSettled: false; readonly again: number };

/** What the workflow of a collection asks of the world; each may be asked again without harm. */
export interface CollectionActivities {
  /** The ids of the asks that are open. */
  findOpenAsks(collection: CollectionToRun): Promise<readonly string[]>;
  /** Asks a source that was not asked, tries one again that could not be, chases one that has not answered. */
  tendAsk(ask: AskToTend): Promise<AskTended>;
  /** Marks the end, and tells the case. @returns false where a source is open again */
  completeCollection(collection: CollectionToRun): Promise<boolean>;
}
