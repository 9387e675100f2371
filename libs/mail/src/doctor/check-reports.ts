import { ReportMailbox, type MailboxSettings } from '../report-mailbox.js';
import { advice, good, wrong, type Finding } from './finding.js';

function judgeFailure(error: unknown, { host, port, folder, doneFolder }: MailboxSettings): Finding {
  const flags = typeof error === 'object' && error !== null ? error : {};
  if ('authenticationFailed' in flags && flags.authenticationFailed === true)
    return wrong(
      'reports',
      `${host}:${port} does not accept the sign-in.`,
      'Check BOUNCE_IMAP_USER and BOUNCE_IMAP_PASSWORD.',
    );
  if ('responseStatus' in flags || 'mailboxMissing' in flags)
    return wrong(
      'reports',
      `The mailbox has no folder ${[folder, doneFolder].filter(one => one !== undefined).join(' or ')}.`,
      'Check BOUNCE_IMAP_FOLDER and BOUNCE_IMAP_DONE_FOLDER, and make the folders.',
    );
  return wrong(
    'reports',
    `No connection to the mailbox at ${host}:${port}.`,
    'Check BOUNCE_IMAP_HOST, BOUNCE_IMAP_PORT and BOUNCE_IMAP_SECURITY, and that its certificate is valid for this host.',
  );
}

/** Whether reports on letters that did not arrive are asked for and read. */
export async function checkReports(
  bounceAddress: string | undefined,
  mailbox: MailboxSettings | undefined,
): Promise<readonly Finding[]> {
  if (bounceAddress === undefined)
    return [
      advice(
        'reports',
        'Nobody learns of letters that came back: a notice that did not arrive counts as given.',
        'Set BOUNCE_ADDRESS and the BOUNCE_IMAP_ settings, or have your mail provider report to /v1/mail/reports.',
      ),
    ];
  if (!mailbox)
    return [
      advice(
        'reports',
        'Reports are asked for, and no mailbox is read.',
        'Set the BOUNCE_IMAP_ settings, or have your mail provider report to /v1/mail/reports.',
      ),
    ];
  try {
    await new ReportMailbox(mailbox).check();
    return [good('reports', `The mailbox at ${mailbox.host}:${mailbox.port} opens.`)];
  } catch (error) {
    return [judgeFailure(error, mailbox)];
  }
}
