import { Gate, type Turn } from './gate.js';

/** Work that ends when it is told to; who began is written down. */
function trying(places: number) {
  const gate = new Gate(places);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  return {
    begun,
    async comes(name: string, turn: Turn) {
      void gate.through(() => {
        begun.push(name);
        return new Promise<void>(resolve => ends.set(name, resolve));
      }, turn);
      await settled();
    },
    async ends(name: string) {
      ends.get(name)?.();
      await settled();
    },
  };
}

describe('the gate to the mail server', () => {
  it('lets a statutory notice pass every reminder that waits', async () => {
    const at = trying(1);
    await at.comes('reminder 1', 'later');
    await at.comes('reminder 2', 'later');
    await at.comes('notice', 'first');
    await at.ends('reminder 1');
    expect(at.begun).toEqual(['reminder 1', 'notice']);
    await at.ends('notice');
    expect(at.begun).toEqual(['reminder 1', 'notice', 'reminder 2']);
  });

  it('keeps a place free of reminders, so that a notice waits for none', async () => {
    const at = trying(3);
    for (const name of ['reminder 1', 'reminder 2', 'reminder 3']) await at.comes(name, 'later');
    expect(at.begun).toEqual(['reminder 1', 'reminder 2']);
    await at.comes('notice', 'first');
    expect(at.begun).toEqual(['reminder 1', 'reminder 2', 'notice']);
    await at.ends('reminder 1');
    expect(at.begun).toContain('reminder 3');
  });

  it('never lets more through than there are places', async () => {
    const at = trying(2);
    for (const name of ['one', 'two', 'three']) await at.comes(name, 'first');
    expect(at.begun).toEqual(['one', 'two']);
    await at.ends('two');
    expect(at.begun).toEqual(['one', 'two', 'three']);
  });
});
