import { domainToASCII } from 'node:url';

/** One person's address, checked: safe to write into a header and into an SMTP command. */
export interface Address {
  readonly name: string;
  readonly address: string;
}

export type AddressFault =
  | 'empty'
  | 'line break or control character'
  | 'more than one address'
  | 'not an e-mail address'
  | 'too long';

const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** RFC 5321 without quotes; RFC 6531 adds whatever lies beyond ASCII. */
const local =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u00a1-\u{10ffff}-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u00a1-\u{10ffff}-]+)*$/u;
const label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

const isAddress = (written: string): boolean => {
  const [before = '', after = '', ...more] = written.split('@');
  // An international domain as name servers know it (IDNA); empty where it is none.
  const labels = domainToASCII(after).split('.');
  const domain =
    labels.length > 1 && labels.every(one => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return more.length === 0 && Buffer.byteLength(before) <= 64 && local.test(before) && domain;
};

const isAscii = (written: string): boolean => !/[^\u0000-\u007f]/.test(written);

/** Whether it is written to only where every server on the way takes letters beyond ASCII (SMTPUTF8, RFC 6531). */
export const needsSmtpUtf8 = (address: string): boolean => !isAscii(address.split('@')[0] ?? '');

/** What is wrong with an address or a name (RFC 5321, without quoted names, comments and groups); undefined where nothing is. */
export function addressFault({ name, address }: Address): AddressFault | undefined {
  if (control.test(name) || control.test(address)) return 'line break or control character';
  if (address.trim() === '') return 'empty';
  if (/[,;\s\u200b\ufeff]/.test(address) || address.split('@').length > 2) return 'more than one address';
  if (name.length > 200 || address.length > 254) return 'too long';
  return isAddress(address) ? undefined : 'not an e-mail address';
}

/** An address nobody may be written to. Says what is wrong, and not the address. */
export class NotOneAddress extends Error {
  override readonly name = 'NotOneAddress';

  constructor(readonly fault: AddressFault) {
    super(
      `This is not one e-mail address that can be written to: ${fault}. Give exactly one, such as name@example.org.`,
    );
  }
}

/** @throws NotOneAddress */
export function singleAddress(given: Address): Address {
  const fault = addressFault(given);
  if (fault) throw new NotOneAddress(fault);
  const [before = '', after = ''] = given.address.split('@');
  return { name: given.name.trim(), address: `${before}@${isAscii(after) ? after : domainToASCII(after)}` };
}
