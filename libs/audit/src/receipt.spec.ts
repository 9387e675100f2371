import { readReceipt, signReceipt } from './receipt.js';
import { signingKey, writtenKey } from './signed-note.js';

const key = signingKey('other-power.example', Buffer.alloc(32, 7));
const receipt = {
  transfer: '7d1f1f30-9d0b-4f0e-8a77-1f0a52c0d004',
  sha256: 'a'.repeat(64),
  bytes: 4_096,
  receivedAt: '2036-04-14T10:00:00.000Z',
};

describe('the receipt of a package (UK GDPR Art 20(2))', () => {
  it('says what was received, and proves who says so', () => {
    expect(readReceipt(signReceipt(receipt, [key]), writtenKey(key.publicKey))).toEqual(receipt);
  });

  it('is none once a word of it is changed, under another key, or without a signature', () => {
    const signed = signReceipt(receipt, [key]);
    const own = writtenKey(key.publicKey);
    expect(readReceipt(signed.replace('aaaa', 'aaab'), own)).toBeUndefined();
    expect(readReceipt(signed.replace('bytes 4096', 'bytes 4097'), own)).toBeUndefined();
    const other = writtenKey(signingKey('other-power.example', Buffer.alloc(32, 8)).publicKey);
    expect(readReceipt(signed, other)).toBeUndefined();
    expect(readReceipt('received, thank you\n', own)).toBeUndefined();
    expect(readReceipt(signed, 'no key')).toBeUndefined();
  });
});
