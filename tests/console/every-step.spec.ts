import { verbs } from '@duly/case';
import { stepsOfTheClock } from './steps-of-the-clock.js';
import { stepsOfTheData } from './steps-of-the-data.js';
import { stepsOfTheRecord } from './steps-of-the-record.js';

it('each verb of the API that has a page is tried by a person’s hand, in one journey', () => {
  const tried = [stepsOfTheClock, stepsOfTheData, stepsOfTheRecord].flatMap(steps => Object.keys(steps));
  // The list of suppressions itself tells a case that it knows the objector: nobody types that.
  expect(tried.toSorted()).toEqual(verbs.filter(verb => verb !== 'list-objector').toSorted());
});
