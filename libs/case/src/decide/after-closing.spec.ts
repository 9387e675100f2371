import { openingOf, received, tenOn, Told, type Given } from '../case.given.js';
import type { CaseCommand } from '../commands.js';
import { openCaseFile } from '../evolve.js';
import { isRefusal } from '../refusals.js';
import { sampleOf } from '../samples.given.js';
import { decideAfterClosing } from './after-closing.js';

/** A restriction of 31 March 2036, carried out and answered on 2 April, a recipient named; its run is over. */
function answered(): Told {
  const start = received({ on: '2036-03-31', right: 'restriction' }).on('2036-04-02');
  return (['restrict', 'name-recipient', 'answer'] as const).reduce(
    (told, verb) => told.when(sampleOf(verb, told)),
    start,
  );
}

/** The run that a command of 10 June begins. */
function takenUp(told: Told, given: Given): Told {
  const now = tenOn('2036-06-10');
  const command: CaseCommand = { by: 'staff-1', ...given };
  const events = decideAfterClosing(told.file, command, 'c0ffee', now);
  if (isRefusal(events)) throw new Error(events.message);
  const opening = { ...openingOf({ on: '2036-03-31', right: 'restriction' }), run: 2, events };
  return new Told(openCaseFile(opening), now, 'accepted');
}

describe('what an answer promised, long after it (UK GDPR Arts 18(3), 19)', () => {
  it('is a run of its own, that names the history before by its hash', () => {
    const told = takenUp(answered(), sampleOf('disclose-recipients', answered()));
    expect(told.events.slice(-2)).toEqual(['TakenUpAfterClosing', 'RecipientsDisclosureDecided']);
    expect(told.file.events.at(-2)).toMatchObject({ run: 2, previousHistory: 'c0ffee', on: '2036-06-10' });
    expect(told.letters.at(-1)).toMatchObject({ kind: 'recipients', run: 2 });
  });

  it('leaves outcome, lateness and the day of closing as they are, and raises no alarm', () => {
    const told = takenUp(answered(), sampleOf('disclose-recipients', answered()));
    const later = told.on('2036-08-01');
    expect(later.events).not.toContain('AlarmRaised');
    expect(later.summary).toMatchObject({ outcome: 'answered', closedOn: '2036-04-02', inTime: true });
  });

  it('tells the person before a restriction is lifted, and lifts it when they were told', () => {
    const told = takenUp(answered(), sampleOf('lift-restriction', answered()));
    expect(told.letters.at(-1)?.kind).toBe('restriction-lifting');
    expect(told.posted('accepted', '2036-06-11').events.slice(-2)).toEqual([
      'NoticeGiven',
      'RestrictionLifted',
    ]);
  });

  it('is refused as in an open case: nothing is lifted that does not stand', () => {
    const lift = { verb: 'lift-restriction', by: 'staff-1', restriction: 1, reasons: 'r' } as const;
    expect(decideAfterClosing(answered().file, lift, 'c0ffee', tenOn('2036-06-10'))).toMatchObject({
      code: 'not-on-record',
    });
  });

  it('is no way round the closing: what the answer did not promise is for a reopened case', () => {
    const restrict: CaseCommand = { by: 'staff-1', ...sampleOf('restrict', answered()) };
    expect(decideAfterClosing(answered().file, restrict, 'c0ffee', tenOn('2036-06-10'))).toMatchObject({
      code: 'case-closed',
    });
  });
});
