import type { CaseOpening, CaseRight, LetterNews, Verb } from '@duly/case';
import type { CollectionPurpose, CommandAnswer, CommandMessage } from '@duly/case-protocol';

/** The API's door to the workflows: all that it asks of Temporal. */
export interface CaseDesk {
  /**
   * Starts a run of a case, so far ahead of the real clock (0 in production). That it has already been started is success, so the same opening may be sent again and again.
   * @throws DeskAway
   */
  start(opening: CaseOpening, millisecondsAhead: number): Promise<void>;
  /**
   * Gives a case a command. The same updateId again gives the same outcome and changes nothing.
   * @throws Refused with the case's own words · CaseEnded · DeskAway when it is not known whether the case took it
   */
  command(order: CommandOrder): Promise<CommandAnswer>;
  /** Tells a case what the mail system reports of a letter. @throws as {@link command} */
  hear(caseId: string, news: LetterNews, updateId: string): Promise<CommandAnswer>;
  /** What proves a closed run's history: SHA-256 of its events as Temporal keeps them, in hexadecimal. @throws DeskAway */
  hashOfHistory(caseId: string): Promise<string>;
  /** Every run that Temporal still keeps, oldest first, as its tools write histories. @throws DeskAway · CaseEnded where it keeps none */
  histories(caseId: string): Promise<readonly unknown[]>;
  /** Has the cases told of a changed calendar, where that is not under way already. @throws DeskAway */
  startCalendarChange(calendar: string): Promise<void>;
  /** Has the open cases of a right told of its new schedule, where that is not under way already. @throws DeskAway */
  startScheduleChange(right: CaseRight): Promise<void>;
  /** Has the sources of a case looked after, and whoever does so already look again. @throws DeskAway */
  tendCollection(caseId: string, purpose: CollectionPurpose, millisecondsAhead: number): Promise<void>;
  /** Whether Temporal answers. */
  isReady(): Promise<boolean>;
}

export interface CommandOrder<Name extends Verb = Verb> {
  readonly caseId: string;
  readonly verb: Name;
  readonly message: CommandMessage<Name>;
  readonly updateId: string;
}

/** The token NestJS finds the desk by. */
export const caseDesk = Symbol('the case desk');

/** Temporal does not answer, or no worker does. */
export class DeskAway extends Error {
  override readonly name = 'DeskAway';
}

/** The case's run is over (or has not begun), so it takes no command. */
export class CaseEnded extends Error {
  override readonly name = 'CaseEnded';
}
