import { readForm } from '../steps/read-form.js';
import { doingWords } from '../wording/doing-words.js';
import { isLabelled } from '../wording/fields.js';
import { doingFor, doingNames } from './doings.js';

describe('what is done beside the steps of a case', () => {
  it.each(doingNames)('%s has words for people, and calls each of its fields by such words', verb => {
    expect(doingWords[verb]?.title).toEqual(expect.stringMatching(/^[A-Z]/));
    for (const { name } of doingFor(verb)?.fields ?? [])
      expect([name, isLabelled(verb, name)]).toEqual([name, true]);
  });

  it.each([
    ['build-package', ['encrypted']],
    ['prepare-delivery', ['way', 'codeBy', 'uses', 'days', 'receiver']],
    ['set-source-aside', ['reasons']],
    ['record-posted', ['words']],
    ['remove-document', ['reasons']],
    ['renew-delivery', []],
  ])('%s asks for what the API asks for: %j', (verb, names) => {
    expect(doingFor(verb)?.fields.map(({ name }) => name)).toEqual(names);
  });

  it('is none for a word that names none', () => {
    expect(doingFor('constructor')).toBeUndefined();
  });

  it('never asks for what the page itself knows: the request is that of the case', () => {
    const doing = doingFor('stop-marketing-to');
    const schema = doing?.route.body?.schema;
    expect(doing?.fields.map(({ name }) => name)).toEqual(['email', 'phone', 'postalAddress']);
    const known = { request: '5a1f0f6e-0b0c-4b0e-9d57-3f6a7b0c1d2f' };
    expect(schema && readForm(schema, doing.fields, { phone: '01632 960 123' }, known)).toEqual({
      isValid: true,
      value: { phone: expect.any(String) as string, ...known },
    });
  });
});
