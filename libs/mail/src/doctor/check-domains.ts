import type { DnsRecords } from './dns-records.js';
import { advice, cannotTell, good, wrong, type Finding } from './finding.js';

const askElsewhere = (command: string): string =>
  `Nobody could be asked. Where there is a network, write down what \`${command}\` prints, and give it by --dns FILE.`;

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** RFC 7208, 4.6.4: terms for which a receiver has to ask again. */
const asksAgain = /^[+\-~?]?(include:|a([:/]|$)|mx([:/]|$)|ptr|exists:)|^redirect=/i;
const mostAsked = 10;

function judgeSpf(domain: string, record: string): Finding {
  const terms = record.split(/\s+/).slice(1);
  const asked = terms.filter(term => asksAgain.test(term)).length;
  if (asked > mostAsked)
    return wrong(
      'SPF',
      `The record of ${domain} makes a receiver ask ${asked} times; after ${mostAsked} it counts as an error.`,
      'Name fewer servers, or by their addresses (ip4:, ip6:).',
    );
  if (terms.some(term => /^\+?all$/i.test(term)))
    return wrong('SPF', `${domain} lets anybody send in its name (+all).`, 'End the record with -all.');
  const isClosed = terms.some(term => /^[-~]all$/i.test(term) || /^redirect=/i.test(term));
  return isClosed
    ? good(
        'SPF',
        `${domain} says which servers may send in its name. Whether yours is among them, a sent letter tells.`,
      )
    : advice(
        'SPF',
        `The record of ${domain} says nothing of other servers.`,
        'End the record with -all or ~all.',
      );
}

/** RFC 7208, for the domain of the envelope's sender. */
export async function checkSpf(domain: string, { txt }: DnsRecords): Promise<Finding> {
  const records = await txt(domain);
  if (!records)
    return cannotTell('SPF', `The record of ${domain} is not known.`, askElsewhere(`dig TXT ${domain}`));
  const [record, ...more] = records.filter(one => /^v=spf1(\s|$)/i.test(one));
  if (record === undefined)
    return wrong(
      'SPF',
      `${domain} does not say which servers may send in its name.`,
      `Publish a TXT record at ${domain}, such as: v=spf1 include:YOUR-MAIL-PROVIDER -all`,
    );
  if (more.length > 0)
    return wrong(
      'SPF',
      `${domain} has ${more.length + 1} SPF records; receivers then take none.`,
      'Leave one.',
    );
  return judgeSpf(domain, record);
}

const tagOf = (record: string, tag: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*${tag}\\s*=\\s*([^;\\s]*)`, 'i').exec(record)?.[1]?.toLowerCase();

/** RFC 7489. A domain without a record of its own stands under that of the domain above it. */
export async function checkDmarc(domain: string, { txt }: DnsRecords): Promise<Finding> {
  const above = domain.split('.').slice(1).join('.');
  for (const one of above.includes('.') ? [domain, above] : [domain]) {
    const records = await txt(`_dmarc.${one}`);
    if (!records)
      return cannotTell('DMARC', `The policy of ${one} is not known.`, askElsewhere(`dig TXT _dmarc.${one}`));
    const [record] = records.filter(found => /^v=DMARC1\b/i.test(found));
    if (record === undefined) continue;
    return tagOf(record, 'p') === 'none'
      ? advice(
          'DMARC',
          `${one} asks receivers to take forged letters too (p=none).`,
          'Once reports are clean, publish p=quarantine or p=reject.',
        )
      : good(
          'DMARC',
          `${one} tells receivers what to do with forged letters (p=${tagOf(record, 'p') ?? 'not given'}).`,
        );
  }
  return wrong(
    'DMARC',
    `${domain} has no policy; large receivers put such letters aside.`,
    `Publish a TXT record at _dmarc.${domain}, such as: v=DMARC1; p=quarantine; rua=mailto:postmaster@${domain}`,
  );
}

/** Answers to letters, and reports on them, must find a server. */
export async function checkMx(domain: string, purpose: string, { mx }: DnsRecords): Promise<Finding> {
  const hosts = await mx(domain);
  if (!hosts)
    return cannotTell(
      'MX',
      `Who takes mail for ${domain} (${purpose}) is not known.`,
      askElsewhere(`dig MX ${domain}`),
    );
  if (hosts.length === 0 || hosts[0] === '.')
    return wrong(
      'MX',
      `No server takes mail for ${domain}: ${purpose} cannot arrive.`,
      `Publish an MX record at ${domain}.`,
    );
  return good('MX', `${hosts[0] ?? ''} takes mail for ${domain} (${purpose}).`);
}
