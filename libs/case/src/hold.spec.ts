import type { CivilDate } from '@duly/law';
import { received } from './case.given.js';
import type { Verb } from './commands.js';
import { holdingRights, holdOf, refuseHeld } from './hold.js';

const on = '2036-04-02' as CivilDate;

describe('the hold on data that is asked for (R49a, DPA 2018 s.173)', () => {
  it('is placed by the requests for a copy: access and portability', () => {
    expect(holdingRights).toEqual(['access', 'portability']);
  });

  it('stands from the receipt on 31 March until the case closes', () => {
    const told = received({ on: '2036-03-31' }).on('2036-04-02');
    expect(holdOf(told.summary)).toEqual({ since: '2036-03-31', cite: 'DPA 2018 s.173 (R49a)' });
    expect(holdOf(told.when({ verb: 'answer', extent: 'wholly', words: 'w' }).summary)).toBeNull();
  });

  it('is none of any other right', () => {
    expect(holdOf(received({ on: '2036-03-31', right: 'erasure' }).summary)).toBeNull();
  });

  it('lets nothing that erases, restricts or overwrites run, and names the cases that hold', () => {
    expect(refuseHeld({ on, heldBy: [] })).toBeUndefined();
    const heldBy = ['DR-2036-000001-1'];
    expect(refuseHeld({ on, heldBy })).toMatchObject({
      code: 'held',
      cite: 'DPA 2018 s.173 (R49a)',
      cases: heldBy,
    });
  });

  it('names the way on for a correction alone: what stood there before is kept', () => {
    const heldBy = ['DR-2036-000001-1'];
    for (const against of [{ heldBy }, { mayBeHeldBy: heldBy }]) {
      const remedy = (verb: Verb) => refuseHeld({ on, ...against, verb })?.remedy;
      expect(remedy('record-correction')).toContain('`isEarlierKept`');
      expect(remedy('carry-out-erasure')).not.toContain('`isEarlierKept`');
    }
  });

  it('holds for a request that looks like the person’s own, until somebody says whose it is', () => {
    const mayBeHeldBy = ['DR-2036-000002-1'];
    const refusal = refuseHeld({ on, heldBy: [], mayBeHeldBy });
    expect(refusal).toMatchObject({ code: 'held', cases: mayBeHeldBy });
    expect(refusal?.remedy).toContain('`same-person`, or as `related`');
    expect(refuseHeld({ on, heldBy: [], mayBeHeldBy: [] })).toBeUndefined();
    expect(refuseHeld({ on, heldBy: ['DR-2036-000001-1'], mayBeHeldBy })).toMatchObject({
      cases: ['DR-2036-000001-1'],
    });
  });
});
