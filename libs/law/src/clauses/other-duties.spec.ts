import { judged, stepsOf } from './judged.js';

describe('R50 a complaint is acknowledged within 30 days that begin the day after', () => {
  it.each([
    ['2026-06-22', '2026-07-22'],
    ['2026-06-19', '2026-07-20'],
    ['2026-11-25', '2026-12-29'],
  ])('received on %s, acknowledged by %s', (received, by) => {
    expect(judged('complaint', `complaint_received@${received}`)).toMatchObject({
      acknowledgeBy: by,
      dueDate: by,
    });
    expect(stepsOf('R50', 'complaint', `complaint_received@${received}`)).toHaveLength(1);
  });

  it('has no effect of identity, fee or extension', () => {
    const facts =
      'complaint_received@2026-06-22 id_requested@2026-06-23 fee_requested@2026-06-23:12(5) extension_notified@2026-06-24';
    expect(judged('complaint', facts)).toMatchObject({
      acknowledgeBy: '2026-07-22',
      state: 'RUNNING',
      extensionValid: false,
      refusable: null,
    });
  });

  it('has no duty for what was received on 18 June 2026', () => {
    const answer = judged('complaint', 'complaint_received@2026-06-18');
    expect(answer).toMatchObject({ acknowledgeBy: null, dueDate: null });
    expect(answer.reason).toContain('SI 2026/82 reg 7');
  });
});

describe('R57 law-enforcement requests: one month from receipt, since 5 February 2026 with extension and clarification', () => {
  it('counts 30 June 2026 to 30 July, not to 1 August', () => {
    expect(judged('access_s45', 'received@2026-06-30')).toMatchObject({
      dueDate: '2026-07-30',
      extendedDueDate: '2026-09-30',
    });
    expect(stepsOf('R57', 'access_s45', 'received@2026-06-30')[0]?.cite).toContain('s.54');
  });

  it('knows neither extension nor pause for what was received on 4 February 2026', () => {
    const acts = 'extension_notified@2026-02-10 clarification_requested@2026-02-11';
    expect(judged('access_s45', `received@2026-02-04 ${acts}`)).toMatchObject({
      dueDate: '2026-03-04',
      extendedDueDate: null,
      extensionValid: false,
      state: 'RUNNING',
    });
    expect(judged('access_s45', `received@2026-02-05 ${acts}`)).toMatchObject({
      dueDate: null,
      extensionValid: true,
      state: 'PAUSED_CLARIFICATION',
    });
  });
});

describe('R50, R54 a complaint about a request has a clock of its own', () => {
  const request = 'received@2026-06-01';
  const complaint = 'complaint_received@2026-07-01';

  it('which the request received a month before does not move', () => {
    const facts = `${request} ${complaint}`;
    expect(judged('complaint', facts)).toEqual(judged('complaint', complaint));
    expect(stepsOf('R54', 'complaint', facts)).toMatchObject([
      {
        inputs: { type: 'received', on: '2026-06-01' },
        outcome: 'OTHER_CLOCK',
        text: 'The request received on Monday 1 June 2026 has a clock of its own, and moves nothing here.',
      },
    ]);
    expect(stepsOf('R54', 'complaint', complaint)).toEqual([]);
  });

  it('and which does not move that of the request, whenever it is received', () => {
    for (const on of ['2026-05-01', '2026-06-01', '2026-07-01']) {
      const facts = `complaint_received@${on} ${request}`;
      expect(judged('access', facts)).toEqual(judged('access', request));
      expect(stepsOf('R54', 'access', facts)).toMatchObject([{ inputs: { on } }]);
    }
    const several = `complaint_received@2026-08-03 consultation_received_by_regulator@2026-07-02 ${complaint} ${request}`;
    expect(stepsOf('R54', 'access', several).map(({ text }) => text.split(' has')[0])).toEqual([
      'The complaint received on Wednesday 1 July 2026',
      'The consultation received on Thursday 2 July 2026',
      'The complaint received on Monday 3 August 2026',
    ]);
  });
});

describe('R71 prior consultation: eight weeks, fourteen when extended', () => {
  it('counts 2 November 2026 to Tuesday 29 December', () => {
    const received = 'consultation_received_by_regulator@2026-11-02';
    expect(judged('prior_consultation', received)).toMatchObject({
      dueDate: '2026-12-29',
      extendedDueDate: '2027-02-08',
      extensionNoticeBy: '2026-12-02',
    });
    expect(stepsOf('R71', 'prior_consultation', received).map(({ outcome }) => outcome)).toEqual([
      '2026-12-28',
      '2027-02-08',
    ]);
    expect(judged('prior_consultation', `${received} extension_notified@2026-12-02`)).toMatchObject({
      effectiveDueDate: '2027-02-08',
    });
    expect(judged('prior_consultation', `${received} extension_notified@2026-12-03`)).toMatchObject({
      effectiveDueDate: '2026-12-29',
      extensionValid: false,
    });
  });
});

describe('R42 an objection to direct marketing stops at once and cannot be refused, charged for or put off', () => {
  it('waits for nothing', () => {
    const facts =
      'received@2026-04-14 id_requested@2026-04-15 fee_requested@2026-04-15:12(5) authority_requested@2026-04-15 extension_notified@2026-04-20';
    expect(judged('objection_direct_marketing', facts)).toMatchObject({
      stopProcessing: '2026-04-14',
      dueDate: '2026-05-14',
      effectiveDueDate: '2026-05-14',
      extendedDueDate: null,
      extensionValid: false,
      refusable: false,
      state: 'RUNNING',
    });
    expect(stepsOf('R42', 'objection_direct_marketing', facts)).toHaveLength(1);
  });
});
