import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import { failureConverter, refusalFrom } from './index.js';

it('puts the words of a failure where whoever seals payloads seals them, its code staying readable', () => {
  const thrown = ApplicationFailure.nonRetryable('The case DR-2026-000001-1 is closed.', 'case-closed', {
    code: 'case-closed',
  });
  const failure = failureConverter.errorToFailure(thrown, defaultPayloadConverter);
  expect(failure.message).toBe('Encoded failure');
  expect(failure.stackTrace).toBe('');
  expect(failure.applicationFailureInfo?.type).toBe('case-closed');
  const read = failureConverter.failureToError(failure, defaultPayloadConverter);
  expect(read.message).toBe('The case DR-2026-000001-1 is closed.');
  expect(refusalFrom(read)).toEqual({ code: 'case-closed' });
});
