import type { VerbOfPages, EveryStep } from './every-step.js';
import { taken } from './every-step.js';
import { withChromium } from './browser.js';
import { ConsoleJourney } from './console-journey.js';
import { stepsOfTheData } from './steps-of-the-data.js';

withChromium('each step of finding, judging, correcting and telling, by visible labels alone', () => {
  let at: ConsoleJourney;
  beforeAll(async () => {
    at = await ConsoleJourney.begin({ at: '2036-03-31T09:00:00Z' });
    // Whoever has called once can be named.
    for (const one of ['staff-anneke', 'staff-hamish']) await (await at.journey.as(one)).read('/v1/tasks');
  });
  afterAll(() => at.end());

  it.each(Object.entries(stepsOfTheData) as [VerbOfPages, EveryStep][])(
    '%s is offered, taken, and seen on the page of its case; hostile words stay words',
    (verb, step) => taken(at, verb, step),
  );
});
