import { inArchive, type ArchiveTampering } from './in-archive.js';
import { bundleTamperings } from './in-bundle.js';
import { databaseTamperings } from './in-database.js';
import { kinds, pickFor, type Place } from './kinds.js';

const known: Readonly<Record<Place, Readonly<Record<string, unknown>>>> = {
  database: databaseTamperings,
  archive: inArchive satisfies Readonly<Record<string, ArchiveTampering>>,
  bundle: bundleTamperings,
};

describe('the kinds of tampering', () => {
  it('are many more than twenty-five, at each of the three places more than fifteen', () => {
    expect(Object.keys(kinds).length).toBeGreaterThan(60);
    for (const place of Object.values(known)) expect(Object.keys(place).length).toBeGreaterThan(15);
  });

  it('are each tried wherever they apply', () => {
    for (const [kind, places] of Object.entries(kinds))
      for (const place of places) expect([kind, place, kind in known[place]]).toEqual([kind, place, true]);
  });

  it('choose the same place by the same seed, and others by another', () => {
    const chosen = (seed: number): readonly number[] => {
      const pick = pickFor(seed, 'an entry is deleted');
      return Array.from({ length: 8 }, () => pick(1_000));
    };
    expect(chosen(4_711)).toEqual(chosen(4_711));
    expect(chosen(4_711)).not.toEqual(chosen(4_712));
  });
});
