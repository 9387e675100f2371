import type { CaseFile } from '@duly/case';
import { exemptions } from '@duly/law';
import type { CollectedItem, EntityHeld, Review, ReviewMark } from '@duly/register';
import { isFinished, judged } from './judged-review.js';
import { packageInputs } from './package-inputs.js';

const field = (name: string, given: Partial<EntityHeld['fields'][number]> = {}) =>
  ({ name, type: 'text', description: name, origin: 'provided', basis: 'contract', ...given }) as const;

const item = (documentId: string, entity: EntityHeld | null = null): CollectedItem => ({
  ...{ documentId, source: 'crm', entity },
  ...{
    mediaType: entity ? 'application/x-ndjson' : 'text/plain',
    bytes: 7,
    nameWords: `name of ${documentId}`,
  },
});

const notes: EntityHeld = {
  name: 'notes',
  description: 'Notes',
  fields: [
    field('note'),
    field('rating', { origin: 'inferred' }),
    field('debt', { basis: 'legal_obligation' }),
  ],
};
const records = item('records', notes);
const letter = item('letter');
const paper = { ...item('paper'), source: 'case' };

let marks = 0;
const mark = (documentId: string, kind: ReviewMark['mark'], given: Partial<ReviewMark> = {}): ReviewMark => ({
  ...{
    markId: `mark-${(marks += 1)}`,
    documentId,
    mark: kind,
    madeBy: 'staff-1',
    madeAt: '2036-04-08T09:00:00Z',
  },
  ...{ fields: null, records: null, replacedBy: null, because: null, exemption: null, words: null },
  ...{ takenBackBy: null, takenBackAt: null },
  ...given,
});

const review = (marked: readonly ReviewMark[], given: Partial<Review> = {}): Review => ({
  ...{ items: [records, letter], papers: [paper], marks: marked, version: 'v' },
  ...{ finishes: [], notClean: 0, isCollected: true },
  ...given,
});

/** Privilege, applied by one person and agreed to by another, as event 2; the same, agreed to by nobody, as event 3. */
const applied = { type: 'ExemptionApplied', exemption: 'legal_professional_privilege', isTold: true, run: 1 };
const file = {
  opening: { run: 1, events: [] },
  events: [
    { type: 'RequestReceived', number: 1, run: 1 },
    { ...applied, number: 2, approvedBy: 'staff-2' },
    { ...applied, number: 3 },
    { ...applied, number: 4, approvedBy: 'staff-2', isTold: false },
  ],
} as unknown as CaseFile;

const missingOf = (...marked: readonly ReviewMark[]) =>
  Object.fromEntries(judged(review(marked), file, 'access').map(one => [one.item.documentId, one.missing]));
const privilege = { because: 'exemption', exemption: 2, words: 'advice' } as const;

describe('what an item lacks before it may leave', () => {
  it('is that somebody looks; a mark that was taken back counts for nothing', () => {
    const gone = { takenBackBy: 'staff-1', takenBackAt: '2036-04-08T10:00:00Z' };
    expect(missingOf(mark('letter', 'seen'))).toEqual({ records: ['nobody-has-looked'], letter: [] });
    expect(missingOf(mark('letter', 'seen', gone))['letter']).toEqual(['nobody-has-looked']);
  });

  it('is, where it tells of others, that they are left out or somebody says why they are not (Art 15(4))', () => {
    const others = mark('letter', 'third-party', { words: 'the neighbour' });
    expect(missingOf(others, mark('letter', 'seen'))['letter']).toEqual(['others-not-decided']);
    expect(missingOf(others, mark('letter', 'seen', { words: 'agreed' }))['letter']).toEqual([]);
    const redacted = mark('letter', 'redact', {
      because: 'other-person',
      replacedBy: 'paper',
      words: 'her name',
    });
    expect(missingOf(others, redacted)['letter']).toEqual([]);
  });

  it('is an exemption in force: applied, and agreed to by a second person', () => {
    expect(missingOf(mark('letter', 'withhold', privilege))['letter']).toEqual([]);
    for (const exemption of [3, 9])
      expect(missingOf(mark('letter', 'withhold', { ...privilege, exemption }))['letter']).toEqual([
        'exemption-not-in-force',
      ]);
  });

  it('is the paper that goes in a document’s place, where that was removed', () => {
    const redacted = mark('letter', 'redact', { because: 'other-person', replacedBy: 'removed', words: 'w' });
    expect(missingOf(redacted)['letter']).toEqual(['redacted-document-gone']);
  });
});

describe('a review', () => {
  const seen = [mark('records', 'seen'), mark('letter', 'seen')];
  const finishedBy = (...staff: readonly string[]) =>
    staff.map(one => ({ finishedBy: one, finishedAt: '2036-04-08T11:00:00Z' }));
  const finished = (
    asks: 'none' | 'one' | 'two',
    marked: readonly ReviewMark[],
    ...staff: readonly string[]
  ) => {
    const of = review(marked, { finishes: finishedBy(...staff) });
    return isFinished(asks, of, judged(of, file, 'access'));
  };

  it('is finished by whom the setting asks for: nobody, one, or one who marked nothing that counts', () => {
    expect([finished('none', []), finished('one', seen), finished('one', seen, 'staff-1')]).toEqual([
      ...[true, false, true],
    ]);
    expect([finished('two', seen, 'staff-1'), finished('two', seen, 'staff-1', 'staff-2')]).toEqual([
      false,
      true,
    ]);
    expect(finished('one', seen.slice(1), 'staff-1')).toBe(false);
  });

  it('is never finished with what is not there or not in force, whatever the setting says', () => {
    const removed = mark('letter', 'redact', { because: 'other-person', replacedBy: 'removed', words: 'w' });
    const undone = mark('letter', 'withhold', { ...privilege, exemption: 3 });
    for (const bad of [removed, undone]) expect(finished('none', [...seen, bad], 'staff-2')).toBe(false);
  });
});

describe('what a package is made of', () => {
  const inputs = (right: 'access' | 'portability', ...marked: readonly ReviewMark[]) =>
    packageInputs(judged(review(marked), file, right), [paper], file);

  it('is, of access, everything; of portability what the person gave, by consent or contract (Art 20(1); R40)', () => {
    expect(inputs('access').records).toMatchObject([{ withoutFields: [], withoutRecords: [] }]);
    expect(inputs('access').leftOut).toEqual([]);
    const moved = inputs('portability');
    expect(moved.records).toMatchObject([{ documentId: 'records', withoutFields: ['rating', 'debt'] }]);
    expect(moved.leftOut).toEqual([
      {
        ...{ source: 'crm', entity: 'notes', what: 'fields', fields: ['rating', 'debt'] },
        ...{ records: 0, because: 'not-portable', paragraph: null },
      },
    ]);
  });

  it('is without what is redacted, each field and record once, and says how much', () => {
    const one = { because: 'other-person', words: 'w' } as const;
    const made = inputs(
      'access',
      mark('records', 'redact', { ...one, fields: ['note'], records: [2, 3] }),
      mark('records', 'redact', { ...one, fields: ['note'], records: [3] }),
    );
    expect(made.records).toMatchObject([{ withoutFields: ['note'], withoutRecords: [2, 3] }]);
    expect(made.leftOut.map(({ what, fields, records: many }) => [what, fields, many])).toEqual([
      ['fields', ['note'], 0],
      ['records', [], 2],
      ['fields', ['note'], 0],
      ['records', [], 1],
    ]);
    const whole = { ...one, fields: ['note', 'rating', 'debt'] };
    expect(inputs('access', mark('records', 'redact', whole)).records).toEqual([]);
  });

  it('is without what is withheld, by its paragraph; where even that would tell, nothing is said', () => {
    const made = inputs('access', mark('records', 'withhold', privilege));
    expect(made.records).toEqual([]);
    expect(made.leftOut).toMatchObject([
      {
        what: 'everything',
        because: 'exemption',
        paragraph: exemptions.legal_professional_privilege.paragraph,
      },
    ]);
    const silent = inputs('access', mark('records', 'withhold', { ...privilege, exemption: 4 }));
    expect([silent.records, silent.leftOut]).toEqual([[], []]);
  });

  it('has, in the place of a redacted document, the other paper alone, under the number of the first', () => {
    const plain = inputs('access').originals;
    expect(plain).toMatchObject([{ documentId: 'letter', source: 'crm', number: 1 }]);
    const redacted = mark('letter', 'redact', { because: 'other-person', replacedBy: 'paper', words: 'w' });
    const made = inputs('access', redacted);
    expect(made.originals).toMatchObject([{ documentId: 'paper', source: 'crm', number: 1 }]);
    expect(made.leftOut).toMatchObject([{ what: 'parts of a document', because: 'other-person' }]);
  });
});
