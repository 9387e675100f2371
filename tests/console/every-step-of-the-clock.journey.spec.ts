import type { VerbOfPages, EveryStep } from './every-step.js';
import { taken } from './every-step.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';
import { stepsOfTheClock } from './steps-of-the-clock.js';

withChromium('each step of the clock, of identity and of fees, by visible labels alone', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z' });
  });
  afterAll(() => at.end());

  it.each(Object.entries(stepsOfTheClock) as [VerbOfPages, EveryStep][])(
    '%s is offered, taken, and seen on the page of its case; hostile words stay words',
    (verb, step) => taken(at, verb, step),
  );
});
