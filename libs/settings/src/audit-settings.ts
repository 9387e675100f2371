import { duration, emailAddress, masterKeys, text } from './kinds.js';
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
};
