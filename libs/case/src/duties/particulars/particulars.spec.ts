import { received, type Told } from '../../case.given.js';
import type { CaseSettings } from '../../case-settings.js';
import { particularNames } from './particular-names.js';

const start = (settings: Partial<CaseSettings> = {}): Told =>
  received({ on: '2036-03-31', settings: { duties: 'required', ...settings } }).on('2036-04-14');
const whole = { purposes: 'a', dataCategories: 'b', disclosedTo: 'c', keptFor: 'd' } as const;
const none = ['obtainedFrom', 'automatedDecisions', 'transfersAbroad'] as const;
const record = { verb: 'record-particulars', isProcessed: true, ...whole, none } as const;

describe('what an access answer says beside the copy (R36, UK GDPR Art 15(1))', () => {
  it('is owed until it is on record', () => {
    expect(start().summary.owes).toContain('particulars');
    expect(start().when(record).then('ParticularsRecorded').summary.owes).not.toContain('particulars');
  });

  it.each(Object.keys(whole))('names the provision where it lacks %s', field => {
    const { [field as keyof typeof whole]: _left, ...rest } = whole;
    start()
      .when({ verb: 'record-particulars', isProcessed: true, ...rest, none })
      .refused('reasons-missing');
  });

  it.each([
    { field: 'obtainedFrom', cite: 'Art 15(1)(g)' },
    { field: 'automatedDecisions', cite: 'Art 15(1)(h)' },
    { field: 'transfersAbroad', cite: 'Art 15(2)' },
  ] as const)('does not take silence about $field for its absence ($cite)', ({ field }) => {
    const others = none.filter(name => name !== field);
    const silent = start().when({ ...record, none: others });
    silent.refused('reasons-missing');
    start()
      .when({ ...record, none: others, [field]: 'w' })
      .then('ParticularsRecorded');
    start()
      .when({ ...record, [field]: 'w' })
      .refused('does-not-fit');
  });

  it('takes from the settings what the organisation says in every answer', () => {
    const shared = start({ sharedParticulars: ['purposes', 'dataCategories', 'disclosedTo', 'keptFor'] });
    shared.when({ verb: 'record-particulars', isProcessed: true, none }).then('ParticularsRecorded');
    const all = start({ sharedParticulars: particularNames });
    all.when({ verb: 'record-particulars', isProcessed: true }).then('ParticularsRecorded');
  });

  it('says only that nothing is processed where that is so', () => {
    start().when({ verb: 'record-particulars', isProcessed: false }).then('ParticularsRecorded');
  });

  it('goes with the answer, as it was recorded last', () => {
    const told = start()
      .when(record)
      .when({ ...record, purposes: 'better' })
      .when({ verb: 'answer', extent: 'wholly', words: 'w', despite: 'd' });
    expect(told.letters.at(-1)?.tells).toMatchObject([
      { type: 'ParticularsRecorded', purposes: 'better', keptFor: 'd' },
    ]);
  });
});
