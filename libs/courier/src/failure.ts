/** Why there is no answer. `address-refused`: it lies in an inner network, or may not be called at all. */
export const failures = [
  'address-refused',
  'no-such-host',
  'not-connected',
  'certificate-refused',
  'timed-out',
  'broken-off',
] as const;
export type Failure = (typeof failures)[number];

export class CallFailed extends Error {
  override readonly name = 'CallFailed';

  constructor(readonly because: Failure) {
    super(because);
  }
}

const notConnected = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|EACCES|EPERM)$/;
/** Of Node's and OpenSSL's checks of a certificate, and of a handshake that fails. */
const ofCertificate = /CERT|SIGNED|^ERR_TLS|^ERR_SSL|^UNABLE_TO|^EPROTO$|HOSTNAME/;

/** The words of the network's own errors may name addresses of an inner network, so only their kind is kept. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallFailed) return error.because;
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  if (typeof code !== 'string') return 'broken-off';
  if (notConnected.test(code)) return 'not-connected';
  return ofCertificate.test(code) ? 'certificate-refused' : 'broken-off';
}
