import type { CivilDate } from '@duly/law';
import type { CaseFile } from '../../case-file.js';
import { defaultCaseSettings } from '../../case-settings.js';
import { closingOf } from '../../closing.js';
import type { Verb } from '../../commands.js';
import { refused } from '../../decide/judging.js';
import type { CaseRefusal } from '../../refusals.js';
import { after } from '../../spans.js';
import { lastOne, receipt, receivedOn } from '../../what-happened.js';

/** It was held as one that may be no request, and nobody has said yet that it is. Its month runs all the same. */
export function isEnquiry(file: CaseFile): boolean {
  return receipt(file).doubts !== undefined && !lastOne(file, 'EnquiryPromoted');
}

/** The day by which somebody is to decide. A case that was started before this was a setting has the default. */
export function decideEnquiryBy(file: CaseFile): CivilDate {
  const { enquiryAfter = defaultCaseSettings.enquiryAfter } = file.opening.settings;
  return after(receivedOn(file), enquiryAfter);
}

/** What can be done before it is decided whether this is a request: nothing that takes it for one. */
const before: readonly Verb[] = [
  'promote',
  'dismiss',
  'withdraw',
  'record-death',
  'approve',
  'decline-approval',
  'take-back',
  'add-note',
  'record-notice-given',
  'correct-receipt-date',
  'escalate',
  'link-case',
  'unlink-case',
  'assess-competence',
  'name-people',
];

/** Of one that has ended every verb is judged as of any closed case: there is nothing left to promote. */
export function refuseUndecided(file: CaseFile, verb: Verb): CaseRefusal | undefined {
  if (!isEnquiry(file) || before.includes(verb) || closingOf(file)) return undefined;
  return refused(
    'not-yet-a-request',
    'ICO guidance on recognising requests (R46)',
    {
      message: 'Nobody has decided yet whether this is a request.',
      remedy: 'Promote it to a request; its day of receipt stays. Or dismiss it, with the reasons.',
    },
    {},
  );
}
