import { calendarPeriod, duration, oneOf, onOff, text, wholeNumber } from './kinds.js';
import { setting } from './setting.js';

/** Choices the law leaves to the controller. They travel with a case's start: changing one never changes a case that runs. */
export const policySettings = {
  calendar: setting(oneOf('england-and-wales', 'scotland', 'northern-ireland'), {
    describes: 'whose public holidays move a due date',
    default: 'england-and-wales',
  }),
  calendarFile: setting(text, {
    describes: 'a file of calendars, beside or in place of those that come with the law library',
    unit: 'JSON list of { name, version, covers: { from, to }, holidays }',
  }),
  alarmWindow: setting(duration, {
    describes: 'the span after the end of the last day over which alarms and reminders are spread',
    unit: 'ISO 8601 duration',
    default: 'PT5M',
  }),
  abandonAfter: setting(calendarPeriod, {
    describes: 'how long an unanswered ask waits before a person may close the case',
    unit: 'ISO 8601 months and days',
    default: 'P1M',
  }),
  remindAfter: setting(calendarPeriod, {
    describes: 'how long after an unanswered ask the requester is reminded',
    unit: 'ISO 8601 months and days',
    default: 'P14D',
  }),
  warnBefore: setting(calendarPeriod, {
    describes: 'how long before the date to plan by a handler is warned',
    unit: 'ISO 8601 months and days',
    default: 'P7D',
  }),
  enquiryAfter: setting(calendarPeriod, {
    describes: 'how long after its receipt a person is to have decided whether an enquiry is a request',
    unit: 'ISO 8601 months and days',
    default: 'P5D',
  }),
  duties: setting(oneOf('required', 'advised'), {
    describes: 'whether an answer must say why where a duty of the right is not on record',
    default: 'advised',
  }),
  currency: setting(oneOf('GBP', 'EUR'), {
    describes: 'the currency of fees; amounts are in its minor units',
    unit: 'ISO 4217',
    default: 'GBP',
  }),
  feeCeiling: setting(wholeNumber(0, 10_000_000), {
    describes: 'the most that is asked of anybody as a fee; 0 charges nobody',
    unit: 'minor units of the currency',
    default: '10000',
  }),
  approvalNear: setting(calendarPeriod, {
    describes: 'how long before its last day a step that waits for approval goes to the manager',
    unit: 'ISO 8601 months and days',
    default: 'P3D',
  }),
  complaintProgressEvery: setting(calendarPeriod, {
    describes: 'how long nothing may be told to somebody who complained before the handler is reminded',
    unit: 'ISO 8601 months and days',
    default: 'P28D',
  }),
  tellRecipientsWithin: setting(wholeNumber(1, 60), {
    describes:
      'after how many working days a handler is reminded of a recipient who was not told of a correction, erasure or restriction, and after as many again the manager',
    unit: 'working days',
    default: '10',
  }),
  postedCountsAfter: setting(wholeNumber(0, 5), {
    describes:
      'how long after posting a notice counts as given: 0 on the day it is posted, 2 as letters under the Civil Procedure Rules',
    unit: 'working days',
    default: '0',
  }),
  approveRefusals: setting(onOff, {
    describes:
      'whether a second person must approve a refusal, that nobody can be identified, and that a letter is no request',
    default: 'off',
  }),
  approveFees: setting(onOff, { describes: 'whether a second person must approve a fee', default: 'off' }),
  approveExtensions: setting(onOff, {
    describes: 'whether a second person must approve an extension',
    default: 'off',
  }),
  approveExemptions: setting(onOff, {
    describes: 'whether a second person must approve an exemption',
    default: 'off',
  }),
  approveDisclosures: setting(onOff, {
    describes: 'whether a second person must approve what is disclosed',
    default: 'off',
  }),
};
