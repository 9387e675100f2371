import type { VerbOfPages, EveryStep } from './every-step.js';
import { taken } from './every-step.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';
import { stepsOfTheRecord } from './steps-of-the-record.js';

withChromium('each step of the record, of approval and of other ends, by visible labels alone', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z', settings: { APPROVE_EXTENSIONS: 'on' } });
  });
  afterAll(() => at.end());

  it.each(Object.entries(stepsOfTheRecord) as [VerbOfPages, EveryStep][])(
    '%s is offered, taken, and seen on the page of its case; hostile words stay words',
    (verb, step) => taken(at, verb, step),
  );
});
