import type { Signature } from '../message.js';
import type { MailboxSettings } from '../report-mailbox.js';
import type { SmtpSettings } from '../smtp-settings.js';
import { checkDkim } from './check-dkim.js';
import { checkDmarc, checkMx, checkSpf, domainOf } from './check-domains.js';
import { checkReports } from './check-reports.js';
import { checkSmtp } from './check-smtp.js';
import type { DnsRecords } from './dns-records.js';
import type { Finding } from './finding.js';

/** What a letter needs on its way, as the settings have it. */
export interface MailWay {
  readonly smtp: SmtpSettings;
  readonly mailFrom: string;
  readonly signature?: Signature | undefined;
  readonly bounceAddress?: string | undefined;
  readonly mailbox?: MailboxSettings | undefined;
}

/** Looks at every place of the way, in its order. Sends nothing and changes nothing. */
export async function examineMail(way: MailWay, dns: DnsRecords): Promise<readonly Finding[]> {
  const { smtp, mailFrom, signature, bounceAddress, mailbox } = way;
  const sender = domainOf(mailFrom);
  const envelope = domainOf(bounceAddress ?? mailFrom);
  const parts = await Promise.all([
    checkSmtp(smtp),
    checkDkim(signature, mailFrom, dns),
    checkSpf(envelope, dns),
    checkDmarc(sender, dns),
    checkMx(sender, 'answers to letters', dns),
    ...(envelope === sender ? [] : [checkMx(envelope, 'reports on letters', dns)]),
    checkReports(bounceAddress, mailbox),
  ]);
  return parts.flat();
}
