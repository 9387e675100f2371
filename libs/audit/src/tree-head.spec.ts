import {
  emptyRoot,
  judgeNote,
  leafHash,
  readHead,
  readKey,
  signHead,
  signingKey,
  writtenKey,
} from './index.js';
import { readNote, signNote } from './signed-note.js';

const seed = (byte: number): Buffer => Buffer.alloc(32, byte);
const [old, fresh, stranger] = [1, 2, 3].map(byte => signingKey('council.example/log', seed(byte)));
if (!old || !fresh || !stranger) throw new Error('Three keys are needed.');
const head = {
  origin: 'council.example/log',
  size: 12,
  root: leafHash(emptyRoot),
  at: '2036-03-31T09:00:00.000Z',
};

describe('a signed note', () => {
  it('is the one of Go’s package: its key, its text, its signature', () => {
    const name = 'PeterNeumann';
    const own = signingKey(
      name,
      Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
    );
    const written = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    const text =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    expect(writtenKey(own.publicKey)).toBe(written);
    expect(signNote(text, [own])).toBe(note);
    expect(judgeNote(readNote(note)!, readKey(written)!)).toBe('good');
    expect(judgeNote(readNote(note.replace('answer', 'reason'))!, readKey(written)!)).toBe('bad');
  });
});

describe('a tree head', () => {
  it('tells what was signed, and one changed character is found', () => {
    const note = signHead(head, [fresh]);
    const read = readHead(note);
    expect(read).toMatchObject(head);
    expect(judgeNote(read!.note, fresh.publicKey)).toBe('good');
    for (const changed of [note.replace('\n12\n', '\n13\n'), note.replace('2036', '2035')])
      expect(judgeNote(readHead(changed)!.note, fresh.publicKey)).toBe('bad');
    expect(judgeNote(read!.note, stranger.publicKey)).toBe('unknown');
  });

  it('is verified by the old key and the new one while both sign', () => {
    const { note } = readHead(signHead(head, [fresh, old]))!;
    expect([fresh, old, stranger].map(({ publicKey }) => judgeNote(note, publicKey))).toEqual([
      'good',
      'good',
      'unknown',
    ]);
  });

  it.each([
    'nonsense',
    '',
    'a\n1\nx\n\n— k AAAA\n',
    signHead(head, [fresh]).replace('\n12\n', '\n012\n'),
    signHead(head, [fresh]).replace('time', 'tide'),
    signHead(head, [fresh]).trimEnd(),
  ])('is not read from anything else: %j', text => expect(readHead(text)).toBeUndefined());
});

describe('a public key', () => {
  it('is read as it is written, and not with another name or id', () => {
    const written = writtenKey(fresh.publicKey);
    expect(readKey(written)).toEqual(fresh.publicKey);
    expect(readKey(written.replace('council', 'counsel'))).toBeUndefined();
    expect(readKey('council.example/log')).toBeUndefined();
  });
});
