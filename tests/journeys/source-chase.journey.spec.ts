import { collectionIdOf } from '@duly/case-protocol';
import { until } from '@duly/infra';
import { caseTime } from '@duly/testing';
import { ofTeam, SourceOffice } from './source-office.js';

let office: SourceOffice;
beforeAll(async () => {
  office = await SourceOffice.begin();
}, 180_000);
afterAll(() => office.end());

const reminders = (reference: string) =>
  office.journey.servers.mail
    .letters()
    .filter(({ subject }) => subject.startsWith('Reminder:') && subject.includes(reference));

it('a source that has not answered is asked again by the schedule of the right, on working days, until it answers', async () => {
  await office.registered(ofTeam());
  const life = await office.open();
  await office.collect(life);
  const { id, askedAt } = await office.hasAsk(life, 'archive', ({ state }) => state === 'asked');
  // The case was received on Monday 31 March 2036, by its own clock.
  expect(askedAt).toMatch(/^2036-03-31T/);
  const { reference } = await life.view();
  const clock = caseTime(office.journey.temporal, collectionIdOf(life.id, 'collect'));
  await clock.windTo('2036-04-06T12:00:00Z');
  expect((await office.askOf(life, 'archive'))?.chased).toBe(0);
  // Five working days after it: Monday 7 April, whose day in London begins at 23:00 the day before.
  await clock.windTo('2036-04-07T12:00:00Z');
  const chased = await office.hasAsk(life, 'archive', ask => ask.chased === 1);
  expect(chased.chasedAt).toMatch(/^2036-04-0(6T23|7T)/);
  await until('The reminder', 30, () => Promise.resolve(reminders(reference).length === 1 || undefined));
  // Ten: Good Friday (11 April) and Easter Monday (14 April) are none, so Wednesday 16 April.
  await clock.windTo('2036-04-15T12:00:00Z');
  expect((await office.askOf(life, 'archive'))?.chased).toBe(1);
  await clock.windTo('2036-04-20T12:00:00Z');
  await office.hasAsk(life, 'archive', ask => ask.chased === 2);
  await life.handler.done(`/v1/cases/${life.id}/sources/${id}/answer`, { answer: 'nothing-held' });
  await office.isComplete(life);
  await until('The second reminder', 30, () =>
    Promise.resolve(reminders(reference).length === 2 || undefined),
  );
  expect((await office.askOf(life, 'archive'))?.chased).toBe(2);
});
