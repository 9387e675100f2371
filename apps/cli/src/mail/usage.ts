/** What `duly mail --help` says. */
export const mailUsage = `Usage: duly mail doctor [--dns FILE] [--json]

Looks at the whole way of a letter, from the settings of the worker: the SMTP server and its sign-in, the signature (DKIM), what the
domain publishes (SPF, DMARC, MX), and the mailbox of reports. Sends nothing, changes nothing, prints no secret.

  --dns FILE   DNS records that somebody wrote down, one a line as dig prints them, where there is no network; - reads standard input
  --json       one JSON object, for a program

Settings: SMTP_…, MAIL_FROM, DKIM_…, BOUNCE_…; the README lists them.
Exit codes: 0 all is well, 1 something is wrong, 2 something could not be told, or was given wrong.
`;
