import { received, type Given, type Told } from '../../case.given.js';

const words = 'w';
const assess: Extract<Given, { verb: 'assess-request' }> = {
  verb: 'assess-request',
  finding: 'manifestly-excessive',
  factors: [
    { factor: 'repeats', words },
    { factor: 'rude_language', words },
  ],
  reasons: 'r',
};
const refuse: Extract<Given, { verb: 'refuse' }> = {
  verb: 'refuse',
  extent: 'wholly',
  ground: 'manifestly-excessive',
  reasons: 'r',
};
const fee: Extract<Given, { verb: 'ask-for-fee' }> = {
  verb: 'ask-for-fee',
  basis: '12(5)',
  amountPence: 2500,
  assessment: 'manifestly-excessive',
  reasons: 'r',
};
const start = (): Told => received({ on: '2036-03-31' }).on('2036-04-02');

describe('an assessment as manifestly unfounded or excessive (R49, UK GDPR Art 12(5))', () => {
  it('weighs factor by factor, with what shows each', () => {
    start().when(assess).then('RequestAssessed');
    start()
      .when({ ...assess, factors: [{ factor: 'repeats' }] })
      .refused('evidence-missing');
    start()
      .when({ ...assess, factors: [{ factor: 'repeats', words: '' }] })
      .refused('evidence-missing');
    start()
      .when({ ...assess, reasons: '' })
      .refused('reasons-missing');
  });

  it('finds nothing on rude words, earlier requests or no factor at all', () => {
    const rude = [{ factor: 'rude_language', words }] as const;
    start()
      .when({ ...assess, factors: rude })
      .refused('factor-missing');
    start()
      .when({ ...assess, factors: [] })
      .refused('factor-missing');
    start()
      .when({ ...assess, finding: 'manifestly-unfounded' })
      .refused('factor-missing');
    start()
      .when({ ...assess, finding: 'neither', factors: rude })
      .then('RequestAssessed');
  });

  it('must be on record before a fee or a refusal rests on it, and must find the same', () => {
    start().when(refuse).refused('not-assessed');
    start().when(fee).refused('not-assessed');
    const neither = start().when({ ...assess, finding: 'neither' });
    neither.when(refuse).refused('not-assessed');
    start()
      .when(assess)
      .when({ ...refuse, ground: 'manifestly-unfounded' })
      .refused('not-assessed');
    start().when(assess).when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
    start().when(assess).when(fee).then('FeeAskDecided', 'NoticeGiven', 'FeeRequested');
  });

  it('carries a fee or a refusal, never both', () => {
    const charged = start().when(assess).when(fee);
    charged.when(refuse).refused('fee-or-refusal');
    start().when(assess).thePost('silent').when(fee).when(refuse).refused('fee-or-refusal');
    const partly = start()
      .when(assess)
      .when({ ...refuse, extent: 'partly' });
    partly.when(fee).refused('fee-or-refusal');
  });

  it('is of one case: an absolute right has none, and a case opened without the setting needs none', () => {
    received({ on: '2036-03-31', right: 'objection_direct_marketing' })
      .when(assess)
      .refused('not-for-this-right');
    const told = start();
    const { assessments: _assessments, ...settings } = told.file.opening.settings;
    Object.assign(told, { file: { ...told.file, opening: { ...told.file.opening, settings } } });
    told.when(refuse).then('RefusalDecided', 'NoticeGiven', 'RequestRefused');
  });
});
