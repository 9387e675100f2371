import type { TimelineView } from '@duly/api-contract';
import { proposedLast, storyOf } from './story.js';

const event = (number: number, more: object): object => ({
  ...{ number, run: 1, type: 'NoteAdded', on: '2036-04-02', by: 'staff-1', cite: 'UK GDPR Art 5(2)' },
  ...{ recordedAt: '2036-04-02T10:00:00.000Z' },
  ...more,
});
const timeline = (...events: readonly object[]) => ({
  events: [...events] as TimelineView['events'],
  words: {},
  staff: { 'staff-1': 'Harriet Okafor' },
});

describe('the story of a case', () => {
  it('is told from its end, by names, and says when a thing was written down later than it happened', () => {
    const [second, first] = storyOf(
      timeline(
        event(1, { type: 'RequestReceived', on: '2036-03-12' }),
        event(2, { type: 'NoticeGiven', by: 'post', kind: 'acknowledgement', how: 'email' }),
      ),
    );
    expect(first).toMatchObject({ by: 'Harriet Okafor', on: '2036-03-12', recordedOn: '2036-04-02' });
    expect(second).toMatchObject({ by: 'post', letter: 'acknowledgement', how: 'email' });
    expect(second).not.toHaveProperty('recordedOn');
  });

  it('tells a day by the clocks of London, which are ahead in summer', () => {
    const [late] = storyOf(timeline(event(1, { on: '2036-07-02', recordedAt: '2036-07-02T23:30:00.000Z' })));
    expect(late).toMatchObject({ recordedOn: '2036-07-03' });
  });

  it('knows which step a person proposed last, whatever the system has done since', () => {
    const proposed = event(1, { type: 'StepProposed', command: { verb: 'refuse' } });
    expect(proposedLast(timeline(proposed, event(2, { type: 'NoticeGiven', by: 'post' })))).toBe('refuse');
    expect(proposedLast(timeline(proposed, event(2, {})))).toBeUndefined();
  });
});
