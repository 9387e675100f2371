import { isUnreachable, whatWasWritten } from './what-was-written.js';

describe('a request that is taken down, before it is saved', () => {
  const form = {
    ...{ words: 'What do you have on me?', rights: ['access', 'erasure'], channel: 'telephone' },
    ...{ doubts: 'It may be a complaint.', childAge: '12-to-15', actsAs: '' },
    ...{
      'receivedOn-day': '2',
      'receivedOn-month': '3',
      'receivedOn-year': '2036',
      name: 'Ann Lee',
      email: '',
    },
  };

  it('is read out once more in words, without what was left empty', () => {
    expect(whatWasWritten(form).map(({ text }) => text)).toEqual([
      'What do you have on me?',
      'Access to their data, Erasure',
      'It may be a complaint.',
      'Telephone',
      'Sunday 2 March 2036',
      'Ann Lee',
      '12 to 15',
    ]);
  });

  it('has nowhere to be answered while neither the person nor whoever asks has an address', () => {
    expect(isUnreachable(form)).toBe(true);
    expect(isUnreachable({ ...form, requesterPostal: '1 High Street' })).toBe(false);
  });
});
