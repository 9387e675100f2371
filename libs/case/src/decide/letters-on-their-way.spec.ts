import { received, type Given, type Told } from '../case.given.js';
import { sampleOf } from '../samples.given.js';

/** A request of 31 March 2036, found manifestly excessive; on 2 April the mail server stops answering. */
function start(): Told {
  const told = received({ on: '2036-03-31' }).on('2036-04-02');
  return told.when(sampleOf('assess-request', told)).thePost('silent');
}
const fee = sampleOf('ask-for-fee', start());
const refuse: Given = { verb: 'refuse', extent: 'wholly', ground: 'manifestly-excessive', reasons: 'r' };
const answer: Given = { verb: 'answer', extent: 'wholly', words: 'w' };
const partly = { extent: 'partly' } as const;

describe('while one letter is on its way, no other says otherwise (UK GDPR Art 12(1))', () => {
  it('a fee that was asked for on 2 April is a choice, even before its letter is given (Art 12(5))', () => {
    const asked = start().when(fee).then('FeeAskDecided');
    asked.when(refuse).refused('fee-or-refusal');
    asked.posted('accepted', '2036-04-03').when(refuse).refused('fee-or-refusal');
  });

  it.each(['reclassify', 'cannot-identify'] as const)('%s, then an answer or a refusal', verb => {
    const decided = start().when(sampleOf(verb, start()));
    decided.when(answer).refused('already-decided');
    decided.when({ ...refuse, ground: 'exemption' }).refused('already-decided');
    decided.when(sampleOf('extend-time', decided)).refused('already-decided');
  });

  it.each([answer, refuse])('$verb, then an ask or more time', decision => {
    const decided = start().when(decision);
    for (const verb of ['ask-for-identity', 'ask-for-fee', 'ask-for-clarification', 'extend-time'] as const) {
      decided.when(sampleOf(verb, decided)).refused('already-decided');
    }
  });

  it('a part leaves the rest open: time may be taken for it, until it is decided as well', () => {
    const part = start().when({ ...answer, ...partly });
    part.when(sampleOf('extend-time', part)).then('ExtensionDecided');
    part.when(sampleOf('ask-for-clarification', part)).then('ClarificationAskDecided');
    const both = part.when({ ...refuse, ...partly });
    both.when(sampleOf('extend-time', both)).refused('already-decided');
  });

  it('an ask whose letter was given after the case had closed is not in the way once it is open again', () => {
    const on = '2036-04-02' as never;
    const asked = start().when(sampleOf('ask-for-identity', start()));
    const withdrawn = asked.when({ verb: 'withdraw', words: 'w', on });
    const decided = withdrawn.number('IdentityAskDecided');
    const given = withdrawn.when({ verb: 'record-notice-given', decided, how: 'post', on });
    const again = given.reopened().thePost('silent');
    again.when(sampleOf('ask-for-identity', again)).then('IdentityAskDecided');
  });
});
