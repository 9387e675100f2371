import { duration, emailAddress, masterKeys, text, webAddress, wholeNumber } from './kinds.js';
import { setting } from './setting.js';

/** Who signs the heads of the audit log's tree: whoever holds a head can show later that nothing before it was changed. */
export const auditSettings = {
  auditLogName: setting(text.regex(/^[^\s+]{1,200}$/u, 'must have no spaces and no plus sign'), {
    describes: 'the name of the audit log, which stands on every signed tree head and never changes',
    default: 'council.example/duly',
    mustBeSet: 'in production',
  }),
  auditSigningKeys: setting(masterKeys, {
    describes:
      'the keys that sign the heads of the audit log; all of them sign, so that the old one stays beside the new one while they are exchanged',
    unit: 'name:32 bytes in base64, a comma between two',
    default: 'development:ZHVseSBkZXZlbG9wbWVudCBhdWRpdCBzaWduaW5nISE=',
    mustBeSet: 'in production',
    secret: true,
  }),
};

/** Where the worker puts signed heads, out of the reach of whoever could change the database. */
export const auditPublishingSettings = {
  treeHeadEvery: setting(
    duration.refine(seconds => seconds >= 10, { error: 'must be PT10S or longer' }),
    {
      describes:
        'how often a tree head of the audit log is signed and published, while there is something new',
      unit: 'ISO 8601 duration',
      default: 'PT1H',
    },
  ),
  treeHeadFile: setting(text, {
    describes: 'the file to which signed tree heads are added, on a disk that the auditor can read',
  }),
  treeHeadEmail: setting(emailAddress, {
    describes: 'the auditor’s address, to which signed tree heads are sent',
  }),
  treeHeadWebhook: setting(webAddress, {
    describes:
      'the auditor’s endpoint, to which signed tree heads are posted as plain text; public, and over HTTPS',
  }),
};

/** Where the histories of closed cases outlive Temporal's retention. */
export const archiveSettings = {
  historyArchive: setting(text, {
    describes:
      'the folder to which the histories of closed cases are exported before Temporal’s retention takes them; API and worker share it; where it is not set nothing is archived, and that is an alarm',
  }),
};

/** How the worker keeps the record. */
export const keepingSettings = {
  historyArchiveEvery: setting(
    duration.refine(seconds => seconds >= 10, { error: 'must be PT10S or longer' }),
    {
      describes: 'how often closed cases are looked for whose histories are not archived yet',
      unit: 'ISO 8601 duration',
      default: 'PT10M',
    },
  ),
  registerCheckSample: setting(wholeNumber(0, 10_000), {
    describes:
      'how many cases, chosen at random every night, are rebuilt from their histories and compared with the register; 0 for none',
    unit: 'cases',
    default: '40',
  }),
  alarmEmail: setting(emailAddress, {
    describes:
      'who is told by e-mail, once a day, when the record is in danger: entries that wait for their place, histories that are not archived, a register that drifts',
  }),
};

/** How long something may wait before it is an alarm; the API’s readiness and the worker go by the same. */
export const alarmSettings = {
  historyAlarmAfter: setting(duration, {
    describes:
      'how long the history of a closed case may stay unarchived before it is an alarm; well below the retention of the Temporal namespace',
    unit: 'ISO 8601 duration',
    default: 'PT12H',
  }),
};
