import { plainDuty, type Duty, type Ruleset } from '../ruleset.js';

const thirtyDays: Duty = {
  ...plainDuty,
  answerWithin: { count: 30, unit: 'day', cite: 'Privacy Act 1988 (Cth) APP 12.4(a)(i), 13.5' },
};

/** Australian agencies: 30 days after the day on which the request is made. */
export const auPrivacyAgency: Ruleset = {
  id: 'au-privacy-agency',
  jurisdiction: 'Australia (agencies)',
  law: 'APP 12.4(a)(i), 13.5',
  appliesTo: {},
  editions: [{ receivedFrom: null, duties: { access: thirtyDays, rectification: thirtyDays } }],
};
