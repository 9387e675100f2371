import {
  duration,
  emailAddress,
  hostName,
  hoursOfDay,
  lines,
  oneOf,
  port,
  text,
  timeOfDay,
  wholeNumber,
} from './kinds.js';
import { setting, type ValuesOf } from './setting.js';

export const mailSettings = {
  smtpHost: setting(hostName, {
    describes: 'the SMTP server that takes the letters',
    default: '127.0.0.1',
    mustBeSet: 'in production',
  }),
  smtpPort: setting(port, {
    describes: 'the port of the SMTP server',
    default: '2525',
    mustBeSet: 'in production',
  }),
  smtpSecurity: setting(oneOf('none', 'starttls', 'tls'), {
    describes:
      'how the connection to the SMTP server is locked: none (a catcher on this machine), starttls (required, port 587) or tls (port 465)',
    default: 'none',
    mustBeSet: 'in production',
  }),
  smtpUser: setting(text, { describes: 'the user name at the SMTP server, where it wants one' }),
  smtpPassword: setting(text, { describes: 'the password at the SMTP server', secret: true }),
  smtpConnectTimeout: setting(duration, {
    describes: 'how long the SMTP server may take to answer a connection',
    unit: 'ISO 8601 duration',
    default: 'PT10S',
  }),
  smtpSocketTimeout: setting(duration, {
    describes: 'how long the SMTP server may stay silent in the middle of a letter',
    unit: 'ISO 8601 duration',
    default: 'PT30S',
  }),
  smtpConnections: setting(wholeNumber(1, 100), {
    describes: 'the most connections held to the SMTP server',
    default: '4',
  }),
  quietHours: setting(hoursOfDay, {
    describes:
      'when no reminder is sent to staff: it waits until they end; alarms and letters to persons do not wait',
    unit: 'two times of day in Europe/London, such as 19:00-07:00',
  }),
  staffLettersAMinute: setting(wholeNumber(1, 6_000), {
    describes:
      'how many reminders go out to staff, of all workers together; alarms and letters to persons do not wait for it',
    unit: 'letters a minute',
    default: '120',
  }),
  digestAt: setting(timeOfDay, {
    describes: 'when staff who wish one letter a day have it; as soon after as a worker is there',
    unit: 'time of day in Europe/London, such as 08:00',
    default: '08:00',
  }),
  mailFrom: setting(emailAddress, {
    describes: 'the address the letters come from',
    default: 'rights@council.example',
    mustBeSet: 'in production',
  }),
  bounceAddress: setting(emailAddress, {
    describes:
      'the address to which the mail system reports letters that did not arrive; each letter’s own mark is put after a + in it',
  }),
  bounceImapHost: setting(hostName, { describes: 'the IMAP server where those reports are read' }),
  bounceImapPort: setting(port, { describes: 'the port of that IMAP server', default: '993' }),
  bounceImapSecurity: setting(oneOf('none', 'starttls', 'tls'), {
    describes: 'how the connection to the IMAP server is locked',
    default: 'tls',
  }),
  bounceImapUser: setting(text, { describes: 'the user name of the mailbox for reports' }),
  bounceImapPassword: setting(text, { describes: 'the password of the mailbox for reports', secret: true }),
  bounceImapFolder: setting(text, {
    describes: 'the folder in which reports arrive',
    default: 'INBOX',
  }),
  bounceImapDoneFolder: setting(text, {
    describes:
      'the folder to which a report is moved once it is on record; without it, it stays, marked as read',
  }),
  bounceImapEvery: setting(duration, {
    describes: 'how often the mailbox for reports is looked at',
    unit: 'ISO 8601 duration',
    default: 'PT1M',
  }),
  dkimDomain: setting(hostName, {
    describes: 'the domain that signs the letters, where we sign them and not the SMTP server',
  }),
  dkimSelector: setting(text, { describes: 'the name under which that domain publishes its key' }),
  dkimPrivateKey: setting(lines, {
    describes: 'the private key that signs the letters, as PEM',
    secret: true,
  }),
};

export type MailSettings = ValuesOf<typeof mailSettings>;
