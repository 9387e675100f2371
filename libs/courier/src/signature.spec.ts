import { Webhook } from 'standardwebhooks';
import { newHookSecret, signatureHeaders } from './signature.js';

const message = { id: 'msg_1', at: new Date(), body: '{"type":"ping"}' };

describe('a signed message', () => {
  it('is good by either secret while both are in force, and by no other', () => {
    const [next, before] = [newHookSecret(), newHookSecret()];
    const headers = signatureHeaders(message, [next, before]);
    for (const secret of [next, before])
      expect(new Webhook(secret).verify(message.body, headers)).toEqual({ type: 'ping' });
    expect(() => new Webhook(newHookSecret()).verify(message.body, headers)).toThrow();
    expect(() => new Webhook(next).verify(`${message.body} `, headers)).toThrow();
  });

  it('has a secret of 256 bits, new each time', () => {
    expect(newHookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newHookSecret()).not.toBe(newHookSecret());
  });
});
