import { isWrong, targetOf } from './target.js';

const wrong = (written: string): string | undefined => {
  const target = targetOf(written, { loopback: ['127.0.0.1:9999', '[::1]:9999'] });
  return isWrong(target) ? target.wrong : undefined;
};

describe('an address to be called', () => {
  it.each([
    ['https://hooks.example/duly?for=cases', undefined],
    ['https://93.184.215.14/', undefined],
    ['http://127.0.0.1:9999/listed', undefined],
    ['https://[::1]:9999/listed', undefined],
    ['http://hooks.example/', 'https://, so that nobody reads'],
    ['http://127.0.0.1:9998/', 'https://, so that nobody reads'],
    ['ftp://hooks.example/', 'begins with https://'],
    ['hooks.example', 'begins with https://'],
    ['https://user:word@hooks.example/', 'no name or password'],
    ['https://hooks.example/#part', 'after #'],
    ['https://hooks.example:8443/', 'port 443'],
    ['https://127.0.0.1/', 'inner network'],
    ['https://2130706433/', 'inner network'],
    ['https://0x7f.1/', 'inner network'],
    ['https://[::ffff:10.0.0.1]/', 'inner network'],
    ['https://169.254.169.254/latest/', 'inner network'],
    [`https://hooks.example/${'a'.repeat(2_000)}`, 'at most 2000'],
  ])('%s: %s', (written, told) => {
    if (told === undefined) expect(wrong(written)).toBeUndefined();
    else expect(wrong(written)).toContain(told);
  });

  it('may have another port where that is allowed', () => {
    expect(targetOf('https://hooks.example:8443/', { ports: [8443] })).toMatchObject({ port: 8443 });
  });
});
