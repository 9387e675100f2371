/** What the example asks of the world. */
export interface RemindingActivities {
  remind(): Promise<string>;
  isNeeded(): Promise<boolean>;
}
