import { received, type Given, type Told } from '../../case.given.js';
import type { CaseSettings } from '../../case-settings.js';

const start = (settings: Partial<CaseSettings> = {}): Told =>
  received({ on: '2036-03-31', settings }).on('2036-04-02');
const estimate: Extract<Given, { verb: 'estimate-fee' }> = {
  verb: 'estimate-fee',
  basis: '15(3)',
  amountPence: 1200,
  words: 'w',
};
const copies: Extract<Given, { verb: 'ask-for-fee' }> = {
  verb: 'ask-for-fee',
  basis: '15(3)',
  amountPence: 1200,
  reasons: 'r',
};

describe('a fee before it is asked for (R23)', () => {
  it('is estimated, and its notice tells how it was calculated', () => {
    const asked = start().when(estimate).then('FeeEstimated').when(copies);
    asked.then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
    expect(asked.letters.at(-1)?.about).toMatchObject({ type: 'FeeEstimated', amountPence: 1200 });
  });

  it('covers the cost: more than was estimated is refused until it is estimated anew', () => {
    const estimated = start().when(estimate);
    estimated.when({ ...copies, amountPence: 1201 }).refused('above-estimate');
    estimated
      .when({ ...estimate, amountPence: 1300 })
      .when({ ...copies, amountPence: 1201 })
      .then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
  });

  it('stays below the ceiling of the organisation, in its currency', () => {
    const told = start({ fees: { currency: 'EUR', ceiling: 1000 } });
    told.when(copies).refused('above-ceiling');
    told.when(estimate).refused('above-ceiling');
    const asked = told.when({ ...copies, amountPence: 1000 });
    expect(asked.file.events.find(({ type }) => type === 'FeeAskDecided')).toMatchObject({ currency: 'EUR' });
  });

  it('of nothing, of half a penny, or for copies of what is no access request, is none', () => {
    start()
      .when({ ...estimate, amountPence: 0 })
      .refused('amount-out-of-range');
    start()
      .when({ ...estimate, amountPence: 0.5 })
      .refused('amount-out-of-range');
    received({ on: '2036-03-31', right: 'erasure' }).when(estimate).refused('not-for-this-right');
  });
});
