import type { CivilDate } from '@duly/law';
import { hearOfLetterUpdate } from '@duly/case-protocol';
import type { EventType, LetterNews } from '@duly/case';
import { House, requestReceived, tenOn, words, type Story } from './story.telling.js';

const reasons = words('much to look through');
const on = '2036-04-10';

const assessed = (story: Story) =>
  story.on(on).assessRequest({
    finding: 'manifestly-excessive',
    factors: [{ factor: 'repeats', words: words('eight times this year') }],
    reasons,
  });

/** Each notice the law turns on: how it is asked for, and what is so only once it is given. */
const notices = {
  extension: {
    decided: 'ExtensionDecided',
    ask: (story: Story) => story.on(on).extendTime({ ground: 'complexity', reasons }),
    given: { dueDate: '2036-06-30', extension: 'in-force' },
    notGiven: { dueDate: '2036-04-30', extension: 'decided' },
  },
  identity: {
    decided: 'IdentityAskDecided',
    ask: (story: Story) => story.on(on).askForIdentity({ doubts: reasons, words: reasons }),
    given: { state: 'AWAITING_ID', dueDate: null },
    notGiven: { state: 'RUNNING', dueDate: '2036-04-30' },
  },
  clarification: {
    decided: 'ClarificationAskDecided',
    ask: (story: Story) => story.on(on).askForClarification({ words: reasons, reasons }),
    given: { state: 'PAUSED_CLARIFICATION' },
    notGiven: { state: 'RUNNING', dueDate: '2036-04-30' },
  },
  fee: {
    decided: 'FeeAskDecided',
    ask: async (story: Story) => {
      await assessed(story);
      return story
        .on(on)
        .askForFee({ basis: '12(5)', amountPence: 1_000, assessment: 'manifestly-excessive', reasons });
    },
    given: { state: 'AWAITING_FEE' },
    notGiven: { state: 'RUNNING', dueDate: '2036-04-30' },
  },
  refusal: {
    decided: 'RefusalDecided',
    ask: async (story: Story) => {
      await assessed(story);
      return story.on(on).refuse({ extent: 'wholly', ground: 'manifestly-excessive', reasons });
    },
    given: { closedOn: on, inTime: true },
    notGiven: { closedOn: null, dueDate: '2036-04-30' },
  },
  answer: {
    decided: 'AnswerDecided',
    ask: (story: Story) => story.on(on).answer({ extent: 'wholly', words: reasons, despite: reasons }),
    given: { closedOn: on, inTime: true },
    notGiven: { closedOn: null, dueDate: '2036-04-30' },
  },
} as const;
type Notice = keyof typeof notices;

const everyNotice = Object.keys(notices) as Notice[];
const outcomes = ['accepted', 'refused', 'unknown', 'to-be-posted'] as const;

describe('a notice counts once it is given, and not before (R13, R21, R24, R30), on the real server', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it.each(everyNotice.flatMap(notice => outcomes.map(outcome => [notice, outcome] as const)))(
    '%s: %s',
    async (notice, outcome) => {
      const { ask, given, notGiven, decided } = notices[notice];
      const story = (await house.tell(requestReceived({ on: '2036-03-31' }))).thePost({ [notice]: outcome });
      await ask(story);
      const isGiven = outcome === 'accepted';
      expect(story.summary).toMatchObject(isGiven ? given : notGiven);
      expect(story.types).toContain(decided satisfies EventType);
      expect(story.lastOf('NoticeNotGiven')?.kind).toBe(isGiven ? undefined : notice);
      if (!isGiven) {
        const number = story.number(decided);
        await story.on(on).recordNoticeGiven({ decided: number, how: 'by-hand', on: on as CivilDate });
        expect(story.summary).toMatchObject(given);
      }
      await story.replays();
    },
  );

  const comesBack = async (story: Story, what: LetterNews['what'], report: string): Promise<void> => {
    const given = story.lastOf('NoticeGiven');
    const letterId = given && 'letter' in given ? given.letter : '';
    await story.handle.executeUpdate(hearOfLetterUpdate, { args: [{ report, letterId, what }] });
    await story.settles();
  };

  it('an extension that came back is planned without, raises an alarm once its last day has passed, and once only however often it is told', async () => {
    const story = await house.tell(requestReceived({ on: '2036-03-31' }));
    await notices.extension.ask(story);
    story.thePost({ extension: 'to-be-posted' });
    await story.windTo(tenOn('2036-04-11'));
    await comesBack(story, 'for-good', 'report-1');
    expect(story.summary).toMatchObject({ dueDate: '2036-06-30', planBy: '2036-04-30' });
    expect(story.tasks).toContain('post-a-letter');
    const { length } = story.events;
    await comesBack(story, 'for-good', 'report-1');
    expect(story.events).toHaveLength(length);
    await story.until('2036-05-02');
    expect(story.lastOf('AlarmRaised')).toMatchObject({ because: 'notice-came-back', forDate: '2036-04-30' });
    const decided = story.number('ExtensionDecided');
    await story.on('2036-05-02').recordNoticeGiven({ decided, how: 'post', on: '2036-04-29' as CivilDate });
    expect(story.types).toContain('AlarmWithdrawn');
    expect(story.summary).toMatchObject({ dueDate: '2036-06-30', planBy: '2036-06-30' });
    await story.replays();
  });
});
