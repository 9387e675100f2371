import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Signature } from '../message.js';
import { domainOf } from './check-domains.js';
import type { DnsRecords } from './dns-records.js';
import { advice, cannotTell, good, wrong, type Finding } from './finding.js';

/** NCSC and RFC 8301: shorter ones are refused by some receivers. */
const fewestBits = 2_048;

function keyOf(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function judgeKey(key: KeyObject | undefined): Finding {
  if (!key)
    return wrong(
      'DKIM',
      'DKIM_PRIVATE_KEY is no private key.',
      'Give a PEM without a passphrase: openssl genrsa 2048',
    );
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa')
    return wrong(
      'DKIM',
      `The key is of the kind ${key.asymmetricKeyType ?? 'unknown'}; not every receiver knows it.`,
      'Use RSA with 2048 bits: openssl genrsa 2048',
    );
  return bits < fewestBits
    ? wrong(
        'DKIM',
        `The key has ${bits} bits; receivers want ${fewestBits}.`,
        'Make a new one: openssl genrsa 2048',
      )
    : good('DKIM', `The key has ${bits} bits.`);
}

/** RFC 6376, 3.6.1: the key without spaces, base64 of its SubjectPublicKeyInfo; an empty one is revoked. */
function publishedKey(record: string): string | undefined {
  return /(?:^|;)\s*p\s*=([^;]*)/i.exec(record)?.[1]?.replace(/\s+/g, '');
}

async function checkPublished(
  key: KeyObject,
  { domain, selector }: Signature,
  { txt }: DnsRecords,
): Promise<Finding> {
  const name = `${selector}._domainkey.${domain}`;
  const records = await txt(name);
  if (!records)
    return cannotTell(
      'DKIM',
      `The key published at ${name} is not known.`,
      `Nobody could be asked. Where there is a network, write down what \`dig TXT ${name}\` prints, and give it by --dns FILE.`,
    );
  const own = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  const publish = `Publish a TXT record at ${name}: v=DKIM1; k=rsa; p=${own}`;
  const published = records.map(publishedKey).filter(one => one !== undefined);
  if (published.length === 0)
    return wrong('DKIM', `No key is published at ${name}: signatures fail.`, publish);
  if (published.every(one => one === '')) return wrong('DKIM', `The key at ${name} is revoked.`, publish);
  return published.includes(own)
    ? good('DKIM', `The key published at ${name} is the one that signs.`)
    : wrong('DKIM', `The key published at ${name} is another one: signatures fail.`, publish);
}

const isUnder = (domain: string, other: string): boolean =>
  domain === other || domain.endsWith(`.${other}`) || other.endsWith(`.${domain}`);

/** RFC 7489, 3.1.1: a signature speaks for the letter only where its domain is that of the sender. */
function checkAligned({ domain }: Signature, mailFrom: string): Finding {
  const sender = domainOf(mailFrom);
  return isUnder(domain.toLowerCase(), sender)
    ? good('DKIM', `The signature of ${domain} speaks for letters from ${sender}.`)
    : wrong(
        'DKIM',
        `The signature of ${domain} does not speak for letters from ${sender}.`,
        'Set DKIM_DOMAIN to the domain of MAIL_FROM, or to the one above it.',
      );
}

/** @param signature undefined where the SMTP server signs, or nobody */
export async function checkDkim(
  signature: Signature | undefined,
  mailFrom: string,
  dns: DnsRecords,
): Promise<readonly Finding[]> {
  if (!signature)
    return [
      advice(
        'DKIM',
        'Letters are not signed here.',
        'Where your SMTP server does not sign them, set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY.',
      ),
    ];
  const key = keyOf(signature.privateKey);
  const judged = judgeKey(key);
  if (key?.asymmetricKeyType !== 'rsa') return [judged];
  return [judged, await checkPublished(key, signature, dns), checkAligned(signature, mailFrom)];
}
