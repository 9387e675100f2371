import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Where a call may go. */
export interface TargetRules {
  /** Ports beside 443. */
  readonly ports?: readonly number[];
  /** `host:port` of endpoints on this machine that development and tests may call, also by http; empty in production. */
  readonly loopback?: readonly string[];
}

/** An address that a call may go to, as far as it can be told without asking for its name. */
export interface Target {
  readonly url: URL;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** Listed in the setting: it must lie on this machine. */
  readonly isLoopback: boolean;
}

/** What is wrong with an address, in words that finish the sentence "url …". */
export interface WrongTarget {
  readonly wrong: string;
}

export const isWrong = (target: Target | WrongTarget): target is WrongTarget => 'wrong' in target;

const longest = 2_000;
const standardPorts: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 };

/** Judges an address before anything is sent: https, no name or password in it, an allowed port, no address of an inner network. */
export function targetOf(written: string, rules: TargetRules = {}): Target | WrongTarget {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const standardPort = standardPorts[url?.protocol ?? ''];
  if (!url || standardPort === undefined || written.length > longest)
    return { wrong: `must be an address that begins with https://, of at most ${longest} characters` };
  if (url.username || url.password)
    return { wrong: 'must hold no name or password: what is sent is signed, and the receiver checks that' };
  if (url.hash) return { wrong: 'must hold no part after #, which is never sent' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? standardPort : Number(url.port);
  const isLoopback = (rules.loopback ?? []).includes(`${url.hostname}:${port}`);
  if (isLoopback) return { url, host, port, isLoopback };
  if (url.protocol !== 'https:')
    return { wrong: 'must begin with https://, so that nobody reads on the way' };
  const ports = [443, ...(rules.ports ?? [])];
  if (!ports.includes(port)) return { wrong: `must use port ${ports.join(' or ')}` };
  if (isIP(host) !== 0 && !isPublicAddress(host))
    return { wrong: 'must lie on the open internet: this address belongs to an inner network' };
  return { url, host, port, isLoopback };
}
