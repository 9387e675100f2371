import { caseVerbs, requestCommandRoutes } from '@duly/api-contract';
import { readForm } from './read-form.js';
import { verbs } from '@duly/case';
import { isLabelled } from '../wording/fields.js';
import { stepGroups } from '../wording/steps.js';
import { stepFor } from './step.js';

const steps = [...caseVerbs, ...Object.keys(requestCommandRoutes)]
  // Who takes part is asked for on a page of its own: people are no field.
  .filter(verb => verb !== 'name-people')
  .map(stepFor);

describe('each verb of the API', () => {
  it.each(steps.map(step => [step.verb, step] as const))(
    '%s is a page: every field has a kind that a page can ask for',
    (_, step) => {
      for (const field of step.fields) {
        expect([field.name, field.kind]).toEqual([field.name, expect.stringMatching(/^[a-z-]+$/)]);
        if (field.kind === 'choice' || field.kind === 'choices')
          expect(field.choices.length).toBeGreaterThan(0);
      }
    },
  );

  it.each(steps.flatMap(({ verb, fields }) => fields.map(({ name }) => [verb, name] as const)))(
    '%s calls its field %s by words that somebody has written for people',
    (verb, name) => {
      expect(isLabelled(verb, name)).toBe(true);
    },
  );

  it.each(verbs.filter(verb => verb !== 'list-objector'))(
    '%s stands in exactly one group of what can be done',
    verb => {
      expect(stepGroups.filter(({ steps: own }) => own.includes(verb))).toHaveLength(1);
    },
  );

  it('asks for what the API asks for: more time needs a ground, and reasons only if there are some', () => {
    const fields = stepFor('extend-time').fields.map(({ name, kind, isNeeded }) => [name, kind, isNeeded]);
    expect(fields).toEqual([
      ['ground', 'choice', true],
      ['reasons', 'words', false],
      ['promisedDate', 'date', false],
    ]);
  });

  it('is none for a word that is no verb', () => {
    expect(() => stepFor('constructor')).toThrow();
  });
});

describe('a form', () => {
  const step = stepFor('record-identity');
  const read = (form: Record<string, string>) => {
    const schema = step.command.body?.schema;
    if (!schema) throw new Error('It has a body.');
    return readForm(schema, step.fields, form);
  };

  it('becomes the body that the API wants, a day in its three boxes among it', () => {
    expect(read({ 'on-day': '7', 'on-month': '4', 'on-year': '2036', at: '' })).toEqual({
      isValid: true,
      value: { on: '2036-04-07' },
    });
  });

  it('that names no such day is given back with the field and what is wanted', () => {
    const wrong = read({ 'on-day': '31', 'on-month': '4', 'on-year': '2036' });
    expect(wrong).toEqual({
      isValid: false,
      errors: [{ field: 'on', message: expect.stringContaining('must be a day of the calendar') as string }],
    });
    expect(read({})).toEqual({ isValid: false, errors: [{ field: 'on', message: 'is needed' }] });
  });

  it('reads a time by the clock of London: 14:30 on 7 July 2036 is 13:30 UTC, and on 7 January 14:30', () => {
    const on = (month: string) => ({ 'on-day': '7', 'on-month': month, 'on-year': '2036', at: '14:30' });
    expect(read(on('7'))).toMatchObject({ value: { at: '2036-07-07T13:30:00.000Z' } });
    expect(read(on('1'))).toMatchObject({ value: { at: '2036-01-07T14:30:00.000Z' } });
    expect(read({ ...on('1'), at: 'half past two' })).toMatchObject({ isValid: false });
  });

  it('sends several choices as the API has them: factors as objects', () => {
    const assess = stepFor('assess-request');
    const schema = assess.command.body?.schema;
    const factor = assess.fields.find(({ name }) => name === 'factors')?.choices[0] ?? '';
    expect(factor).not.toBe('');
    const body =
      schema && readForm(schema, assess.fields, { finding: 'neither', factors: factor, reasons: 'None.' });
    expect(body).toEqual({
      isValid: true,
      value: { finding: 'neither', factors: [{ factor }], reasons: 'None.' },
    });
  });

  it('sends with each choice the evidence beside it (UK GDPR Art 12(5): the burden is the controller’s)', () => {
    const assess = stepFor('assess-request');
    const schema = assess.command.body?.schema;
    const form = { finding: 'neither', factors: 'repeats', 'factors-repeats': 'Eight times\r\nthis year.' };
    const body = schema && readForm(schema, assess.fields, { ...form, reasons: 'None.' });
    expect(body).toMatchObject({
      isValid: true,
      value: { factors: [{ factor: 'repeats', words: 'Eight times\nthis year.' }] },
    });
  });
});
