import { fieldsOfMark, readMark } from './read-mark.js';

describe('what was decided of an item (UK GDPR Art 15(4))', () => {
  it('is sent as the API has it: places of records as numbers, and nothing that belongs to another mark', () => {
    const form = { because: 'other-person', fields: 'note', records: '1, 4;7', words: 'The\r\nneighbour.' };
    expect(readMark({ ...form, mark: 'redact' })).toEqual({
      isValid: true,
      value: {
        mark: 'redact',
        fields: ['note'],
        records: [1, 4, 7],
        because: 'other-person',
        words: 'The\nneighbour.',
      },
    });
    expect(readMark({ ...form, mark: 'withhold' })).toMatchObject({
      value: { mark: 'withhold', because: 'other-person', words: 'The\nneighbour.' },
    });
    expect(readMark({ ...form, mark: 'seen', words: '' })).toEqual({
      isValid: true,
      value: { mark: 'seen' },
    });
  });

  it('is given back where nothing was chosen, or a place is no number', () => {
    expect(readMark({})).toMatchObject({ isValid: false, errors: [{ field: 'mark' }] });
    const wrong = readMark({ mark: 'redact', because: 'other-person', words: 'It.', records: 'the first' });
    expect(wrong).toMatchObject({ isValid: false });
  });

  it('asks of records for fields and places, and of a document for what goes in its place', () => {
    const entity = {
      name: 'notes',
      description: '',
      fields: [{ name: 'note', type: 'text', description: '', origin: 'provided', basis: 'contract' }],
    };
    const item = { entity } as unknown as Parameters<typeof fieldsOfMark>[0];
    const names = (of: typeof item) => fieldsOfMark(of).map(({ name }) => name);
    expect(names(item)).toEqual(['mark', 'because', 'fields', 'records', 'exemption', 'words']);
    expect(names({ ...item, entity: null })).toContain('replacedBy');
  });
});
