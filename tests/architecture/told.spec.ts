import { routes } from '@duly/api-contract';
import { eventTypes, refusalCodes, verbs } from '@duly/case';
import { files, read } from './house.js';

/** Every story on the real Temporal server and every journey through HTTP, as text. */
const told = files
  .filter(file => /\.(story|journey)\.spec\.ts$|^tests\/journeys\/.*\.ts$/.test(file))
  .map(read)
  .join('\n');

const inCamelCase = (verb: string): string =>
  verb.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function isTold(word: string): boolean {
  return new RegExp(`\\b${word}\\b`).test(told);
}

describe('every word of the protocol has a story or a journey that names it', () => {
  it('commands', () => {
    expect(verbs.filter(verb => !isTold(verb) && !isTold(inCamelCase(verb)))).toEqual([]);
  });

  it('events', () => {
    expect(eventTypes.filter(type => !isTold(type))).toEqual([]);
  });

  it('refusals', () => {
    expect(refusalCodes.filter(code => !isTold(code))).toEqual([]);
  });

  it('routes', () => {
    const fixed = (path: string): string[] =>
      path.split('/').filter(part => part !== '' && !/[{:]/.test(part));
    const untold = routes.filter(({ path }) => !fixed(path).every(isTold));
    expect(untold.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
