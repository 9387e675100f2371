/** The calendar that has changed, by its name; what it changed to is in the register. */
export interface CalendarToChange {
  readonly calendar: string;
}

/** What came of telling some cases. */
export interface CasesTold {
  /** Whose dates moved. */
  readonly moved: number;
  /** Whose turn is still to come. */
  readonly left: number;
}

/** What the workflow of a changed calendar asks of the world; each may be asked again without harm. */
export interface CalendarActivities {
  /** Finds, in one statement, the open cases that the newest version concerns. @returns how many wait to be told */
  findCases(change: CalendarToChange): Promise<number>;
  /** Tells some of them by an Update each, at a steady pace. One that was told is not told again. */
  tellCases(change: CalendarToChange): Promise<CasesTold>;
}
