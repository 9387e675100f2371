import { everyType } from '../hostile-records.given.js';
import { checkEntity, NotAnEntity } from './entity.js';

describe('an entity', () => {
  it('with names that every format can write is taken', () => {
    expect(() => checkEntity(everyType)).not.toThrow();
  });

  it.each(['', '../etc', 'a/b', 'A', 'crm ', 'con.', '-a', 'a--b', 'x'.repeat(64)])(
    'is refused where its source or itself is called "%s"',
    name => {
      expect(() => checkEntity({ ...everyType, name })).toThrow(NotAnEntity);
      expect(() => checkEntity({ ...everyType, source: name })).toThrow(NotAnEntity);
    },
  );

  it.each(['', '1a', 'a b', 'a-b', 'xmlName', 'é', '=a', 'x'.repeat(64)])(
    'is refused where a field is called "%s"',
    name => {
      const fields = everyType.fields.map((field, index) => (index === 0 ? { ...field, name } : field));
      expect(() => checkEntity({ ...everyType, fields })).toThrow(/not every format/);
    },
  );

  it('is refused with two fields that differ by capitals alone, and with none', () => {
    const [first] = everyType.fields;
    const fields = first ? [first, { ...first, name: first.name.toUpperCase() }] : [];
    expect(() => checkEntity({ ...everyType, fields })).toThrow(/two fields/);
    expect(() => checkEntity({ ...everyType, fields: [] })).toThrow(/no fields/);
  });
});
