import { decide } from './decide/decide.js';
import { isRefusal } from './refusals.js';
import { received, handler } from './case.given.js';
import { foresee } from './foresee.js';
import { summaryOf } from './summary-of.js';

const started = () => received({ on: '2026-03-02' }).on('2026-03-10');

describe('what would follow from a command (0065)', () => {
  it('an extension moves the date of 2 April 2026 to 2 June 2026 once its letter is given, and takes nothing', () => {
    const told = started();
    const extend = { verb: 'extend-time', ground: 'complexity', reasons: 'w', by: handler } as const;
    const events = decide(told.file, extend, told.now);
    if (isRefusal(events)) throw new Error(events.message);
    const before = JSON.stringify(told.file);
    const foreseen = foresee(told.file, events, told.now);
    expect(foreseen.letters.map(({ kind }) => kind)).toEqual(['extension']);
    expect(summaryOf(foreseen.after).dueDate).toBe('2026-04-02');
    expect(summaryOf(foreseen.onceGiven).dueDate).toBe('2026-06-02');
    expect(JSON.stringify(told.file)).toBe(before);
  });

  it('orders the very letters that the case would order', () => {
    const told = started();
    const ask = { verb: 'ask-for-clarification', words: 'w', reasons: 'w', by: handler } as const;
    const events = decide(told.file, ask, told.now);
    if (isRefusal(events)) throw new Error(events.message);
    expect(foresee(told.file, events, told.now).letters).toEqual(
      told.thePost('silent').when(ask).letters.slice(told.letters.length),
    );
  });
});
