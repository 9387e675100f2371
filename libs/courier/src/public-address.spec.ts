import { isPublicAddress } from './public-address.js';

describe('an address on the open internet', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('is %s', address => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '::1'],
    ['this machine', '0.0.0.0'],
    ['this machine', '::'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '192.168.1.1'],
    ['unique local', 'fd00::1'],
    ['link-local, where clouds tell their secrets', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['for documents', '192.0.2.1'],
    ['for documents', '2001:db8::1'],
    ['for measurements', '198.18.0.1'],
    ['private, mapped to IPv6', '::ffff:10.0.0.1'],
    ['loopback, mapped to IPv6', '::ffff:7f00:1'],
    ['public, mapped to IPv6, which no resolver answers', '::ffff:8.8.8.8'],
    ['private behind NAT64', '64:ff9b::a00:1'],
    ['private in 6to4', '2002:0a00:0001::'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['IPv4-compatible', '::10.0.0.1'],
    ['site-local', 'fec0::1'],
    ['no address', 'example.org'],
  ])('is none: %s, %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
