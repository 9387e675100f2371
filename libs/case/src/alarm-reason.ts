/**
 * `date-moved-earlier`: a change of the calendar brought the date nearer, and nobody may have noticed (R20). `notice-came-back`: the day
 * has passed that binds if a notice that came back was never given, and it was not given again (R30).
 */
export type AlarmReason =
  'due-date-passed' | 'extension-fell-away' | 'date-moved-earlier' | 'notice-came-back';
