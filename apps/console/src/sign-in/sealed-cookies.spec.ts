import { randomBytes } from 'node:crypto';
import { SealedCookies } from './sealed-cookies.js';

const key = () => randomBytes(32).toString('base64');
const content = { staff: { id: 'staff-harriet', name: 'Harriet Okafor' } };

describe('what a browser keeps for us', () => {
  it('opens as it was sealed, and tells nobody else what is in it', async () => {
    const cookies = new SealedCookies(key());
    const sealed = await cookies.seal('session', content, 60);
    expect(await cookies.open('session', sealed)).toEqual(content);
    expect(Buffer.from(sealed, 'base64').toString()).not.toContain('Harriet');
  });

  it('does not open once changed, once old, as another kind, under another key, or when it is nothing at all', async () => {
    const cookies = new SealedCookies(key());
    const sealed = await cookies.seal('session', content, 60);
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(await cookies.open('session', changed)).toBeUndefined();
    expect(await cookies.open('sign-in', sealed)).toBeUndefined();
    expect(await cookies.open('session', await cookies.seal('session', content, -60))).toBeUndefined();
    expect(await new SealedCookies(key()).open('session', sealed)).toBeUndefined();
    for (const nothing of [undefined, '', 'a.b.c.d.e', '{}'])
      expect(await cookies.open('session', nothing)).toBeUndefined();
  });

  it('opens under an old key while a new one seals', async () => {
    const [old, young] = [key(), key()];
    const sealed = await new SealedCookies(old).seal('session', content, 60);
    const both = new SealedCookies(`${young}, ${old}`);
    expect(await both.open('session', sealed)).toEqual(content);
    expect(
      await new SealedCookies(old).open('session', await both.seal('session', content, 60)),
    ).toBeUndefined();
  });
});
