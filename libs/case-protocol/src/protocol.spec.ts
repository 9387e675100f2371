import { refusalCodes, verbs, type CaseRefusal } from '@duly/case';
import { ApplicationFailure } from '@temporalio/common';
import { caseIdOf, caseUpdates, refusalFrom, toFailure, workflowIdOf } from './index.js';

const refusal: CaseRefusal = {
  code: 'second-extension',
  cite: 'UK GDPR Art 12A(3) (R12)',
  message: 'There is one extension only.',
  remedy: 'Answer by the date that stands.',
  extension: 7,
};

describe('what API and workflow agree on', () => {
  it('has one Update for each verb, of the same name', () => {
    expect(Object.keys(caseUpdates)).toEqual(verbs);
    expect(Object.values(caseUpdates).map(({ name }) => name)).toEqual(verbs);
  });

  it('names a workflow by its case, and nothing about a person', () => {
    expect(workflowIdOf('0b9f')).toBe('case-0b9f');
    expect(caseIdOf('case-0b9f')).toBe('0b9f');
    expect(caseIdOf('nightly-audit')).toBeUndefined();
  });
});

describe('a refusal across the boundary', () => {
  it('travels as a failure that nobody retries, and comes back as it was', () => {
    const failure = toFailure(refusal);
    expect(failure).toMatchObject({ type: 'second-extension', nonRetryable: true, message: refusal.message });
    expect(refusalFrom(failure)).toEqual(refusal);
  });

  it('is found under the failures that wrap it', () => {
    const wrapped = new Error('Workflow Update failed', {
      cause: new Error('outer', { cause: toFailure(refusal) }),
    });
    expect(refusalFrom(wrapped)).toEqual(refusal);
  });

  it.each(refusalCodes)('is known by its code: %s', code => {
    expect(refusalFrom(ApplicationFailure.nonRetryable('said', code, { code }))).toEqual({ code });
  });

  it('is not seen in what is none', () => {
    expect(refusalFrom(ApplicationFailure.nonRetryable('said', 'SomethingElse', {}))).toBeUndefined();
    expect(refusalFrom(new Error('second-extension'))).toBeUndefined();
    expect(refusalFrom(undefined)).toBeUndefined();
  });
});
