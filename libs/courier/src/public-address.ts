import ipaddr from 'ipaddr.js';

/** All that is routed on the open internet lies in it (RFC 4291, IANA); the rest holds site-local, IPv4-compatible and unassigned addresses. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether a numeric address lies on the open internet. Not: loopback, private, link-local (cloud metadata), carrier-grade NAT,
 * multicast, reserved, and what carries another address within it (IPv4-mapped, NAT64, 6to4, Teredo), by which a private one could hide.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed.zoneId === undefined && parsed.match(globalUnicast));
}

/** Only where a setting of development lists an endpoint. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
