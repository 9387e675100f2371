import { PayloadTooLargeException, NotFoundException } from '@nestjs/common';
import { problem } from '@duly/api-contract';
import { DatabaseError } from '@duly/postgres';
import { DeskAway } from '../desk/case-desk.js';
import { SignInUnavailable, TokenRefused } from '../sign-in/sign-in-errors.js';
import { asApiError } from './as-api-error.js';
import { problemOf, refusalProblem } from './problem.js';

const errors: readonly (readonly [Error, string, number])[] = [
  [new PayloadTooLargeException(), 'body-too-large', 413],
  [new NotFoundException(), 'no-such-route', 404],
  [new TokenRefused('expired', 'The access token has expired.'), 'not-signed-in', 401],
  [new SignInUnavailable('The issuer did not answer.'), 'sign-in-away', 503],
  [new DatabaseError('connection refused', 'ECONNREFUSED', undefined), 'database-away', 503],
  [new DeskAway('nobody answers'), 'temporal-away', 503],
];

describe('an error', () => {
  it.each(errors)('%s becomes %s', (error, code, status) => {
    const known = asApiError(error);
    expect(known).toBeDefined();
    const said = problemOf(known!);
    expect(problem.safeParse(said).success).toBe(true);
    expect(said).toMatchObject({ code, status, type: `urn:duly:problem:${code}` });
    expect(said.remedy).not.toBe('');
  });

  it('that nobody foresaw is told to nobody', () => {
    expect(asApiError(new Error('secret'))).toBeUndefined();
    expect(asApiError(new DatabaseError('duplicate key', '23505', 'x'))).toBeUndefined();
  });

  it('that the same may mend says when to ask again', () => {
    expect(asApiError(new DeskAway('x'))?.particulars.retryAfter).toBeGreaterThan(0);
  });
});

describe('a refusal of the case', () => {
  it('keeps rule, remedy and its own numbers', () => {
    const said = refusalProblem({
      code: 'second-extension',
      cite: 'UK GDPR Art 12A(3) (R12)',
      message: 'The time was extended before.',
      remedy: 'Answer by the extended date.',
      extension: 4,
    });
    expect(said).toMatchObject({
      code: 'second-extension',
      status: 409,
      title: 'Second extension',
      extension: 4,
    });
    expect(said.cite).toContain('12A(3)');
    expect(problem.safeParse(said).success).toBe(true);
  });
});
