import { refusalFrom, type CalendarMessage, type CommandAnswer } from '@duly/case-protocol';
import { toCivilDate, type Calendar } from '@duly/law';
import { testCalendar } from './calendar.telling.js';
import { House, requestReceived, type Story } from './story.telling.js';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const holidayOn = (date: string): Calendar => ({
  ...testCalendar,
  version: `test-2036 + ${date}`,
  holidays: [...testCalendar.holidays, { date: toCivilDate(date), title: 'State Funeral' }],
});

const changeCalendar = async (story: Story, calendar: Calendar): Promise<CommandAnswer> => {
  const answer = await story.handle.executeUpdate<CommandAnswer, [CalendarMessage]>('change-calendar', {
    args: [{ calendar }],
  });
  await story.settles();
  return answer;
};

describe('a holiday proclaimed nine days before the last day of a case (R20; 19 September 2022)', () => {
  it('moves the last day while the case runs, without an alarm on the old one', async () => {
    const story = await house.tell(requestReceived({ on: '2036-08-19' }));
    await story.until('2036-09-10');
    expect(story.dueOn).toBe('2036-09-19');
    const { events } = await changeCalendar(story, holidayOn('2036-09-19'));
    expect(events).toEqual(['CalendarChanged']);
    expect(story.dueOn).toBe('2036-09-22');

    await house.restartWorker();
    await story.until('2036-09-22');
    expect(story.types).not.toContain('AlarmRaised');
    await story.until('2036-09-23');
    expect(story.lastOf('AlarmRaised')).toMatchObject({ forDate: '2036-09-22', because: 'due-date-passed' });
    await story.replays();
  });

  it('leaves no trace in the history of a case whose dates it does not move: calendar-moves-nothing', async () => {
    const story = await house.tell(requestReceived({ on: '2036-08-20' }));
    const refused = changeCalendar(story, holidayOn('2036-09-19'));
    const error: unknown = await refused.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(refusalFrom(error)?.code).toBe('calendar-moves-nothing');
    const updates = (await story.handle.fetchHistory()).events?.filter(
      ({ workflowExecutionUpdateAcceptedEventAttributes: accepted }) => accepted,
    );
    expect(updates).toEqual([]);
  });
});
