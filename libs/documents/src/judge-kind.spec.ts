import { randomBytes } from 'node:crypto';
import { judgeKind, KindRefused } from './judge-kind.js';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('PE\0\0')]);
const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)]);
const oldOffice = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600)]);

const because = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    return (await judgeKind(name, bytes)).mediaType;
  } catch (error) {
    if (error instanceof KindRefused) return error.because;
    throw error;
  }
};

describe('the kind of a document', () => {
  it.each([
    ['letter.pdf', pdf, 'application/pdf'],
    ['LETTER.PDF', pdf, 'application/pdf'],
    ['photo.png', png, 'image/png'],
    ['old.doc', oldOffice, 'application/x-cfb'],
    ['notes.txt', Buffer.from('Zoë wrote this 👩‍👩‍👧‍👦'), 'text/plain'],
    ['empty.txt', Buffer.alloc(0), 'text/plain'],
    ['rows.csv', Buffer.from('a,b\r\n1,2\r\n'), 'text/csv'],
    ['rows.json', Buffer.from('{"a":1}'), 'application/json'],
    ['data.xml', Buffer.from('<?xml version="1.0"?><a/>'), 'application/xml'],
  ])('of %s is told where name and bytes agree', async (name, bytes, mediaType) => {
    expect(await because(name, bytes)).toBe(mediaType);
  });

  it.each([
    ['invoice.exe', program, 'unknown-ending'],
    ['archive.zip', zip, 'unknown-ending'],
    ['no ending', pdf, 'unknown-ending'],
    ['page.html', Buffer.from('<script>'), 'unknown-ending'],
    ['drawing.svg', Buffer.from('<svg onload="alert(1)"/>'), 'unknown-ending'],
    ['invoice.pdf', program, 'not-what-it-is-called'],
    ['invoice.pdf.png', pdf, 'not-what-it-is-called'],
    ['empty.pdf', Buffer.alloc(0), 'not-what-it-is-called'],
    ['letter.docx', zip, 'not-what-it-is-called'],
    ['notes.txt', pdf, 'not-what-it-is-called'],
    ['notes.txt', program, 'not-what-it-is-called'],
    ['rows.csv', Buffer.from([0x61, 0xc3, 0x28]), 'not-text'],
    ['rows.csv', Buffer.from('a\0b'), 'not-text'],
  ])('of %s is refused where they do not, or where it is not taken', async (name, bytes, reason) => {
    expect(await because(name, bytes)).toBe(reason);
  });

  it('takes text whose beginning ends in the middle of a character', async () => {
    const euros = Buffer.from('€'.repeat(100));
    expect(await because('prices.txt', euros.subarray(0, 100))).toBe('text/plain');
  });

  it('never repeats the name in what it says, and survives whatever bytes there are', async () => {
    await expect(judgeKind('Ada Example.exe', pdf)).rejects.toThrow(/^((?!Ada).)*$/s);
    for (let round = 0; round < 200; round += 1) {
      const bytes = Buffer.concat([[pdf, png, zip, oldOffice, program][round % 5] ?? pdf, randomBytes(300)]);
      await because(['a.pdf', 'a.docx', 'a.txt', 'a.mp4', 'a.doc'][round % 3] ?? '', bytes);
    }
  });
});
