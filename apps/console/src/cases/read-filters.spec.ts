import { addressOf, askedOf, filtersOf, readFilters } from './read-filters.js';

describe('what the page of cases is narrowed by', () => {
  it('is what is open, where nothing is asked', () => {
    expect(askedOf(readFilters({}))).toEqual({ state: 'open' });
  });

  it('leaves out a word that is none, so that an old address still shows a list', () => {
    const filters = readFilters({ state: 'NONSENSE', right: 'sandwich', alarm: 'perhaps', due: 'soon' });
    expect(askedOf(filters)).toEqual({ state: 'open' });
  });

  it('asks for nobody’s cases, and writes its address without what is empty', () => {
    const filters = readFilters({ handler: 'nobody', team: 'Housing' });
    expect(askedOf(filters)).toEqual({ state: 'open', unclaimed: 'true', team: 'Housing' });
    expect(addressOf(filters)).toBe('/cases?state=open&handler=nobody&team=Housing');
  });

  it('finds a case by its reference, open or closed', () => {
    const filters = readFilters({ state: 'open', reference: ' dr-2036-000001 ' });
    expect(askedOf(filters)).toEqual({ reference: 'DR-2036-000001' });
    expect(addressOf(filters)).toBe('/cases?state=all&reference=DR-2036-000001');
  });

  it('reads back what was kept', () => {
    const filters = readFilters({ state: 'all', right: 'erasure', alarm: 'true', handler: 'nobody' });
    expect(filtersOf(askedOf(filters))).toEqual(filters);
  });
});
