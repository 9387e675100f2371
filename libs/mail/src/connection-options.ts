import type { SmtpSettings } from './smtp-settings.js';

/** How a connection to the SMTP server is made; nothing but what the settings say is trusted. */
export const connectionOptions = ({ host, port, security, connectTimeout, socketTimeout }: SmtpSettings) => ({
  host,
  port,
  secure: security === 'tls',
  requireTLS: security === 'starttls',
  ignoreTLS: security === 'none',
  connectionTimeout: connectTimeout * 1_000,
  greetingTimeout: connectTimeout * 1_000,
  dnsTimeout: connectTimeout * 1_000,
  socketTimeout: socketTimeout * 1_000,
  socketCloseTimeout: 0,
  allowInternalNetworkInterfaces: true,
});
