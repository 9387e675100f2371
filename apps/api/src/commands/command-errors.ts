import { ApiError } from '../problem/api-error.js';

export const noSuchCase = new ApiError('no-such-case', {
  detail: 'There is no case with this id.',
  remedy: 'Take the id from GET /v1/cases, or from the answer that opened the request.',
});

export const noSuchRequest = new ApiError('no-such-request', {
  detail: 'There is no request with this id.',
  remedy: 'Take the id from the answer that opened the request, or from one of its cases.',
});

export const noSuchLetter = new ApiError('no-such-letter', {
  detail: 'This case has no letter with this id, or it has not been written yet.',
  remedy:
    'Take the id from GET /v1/cases/{id}/letters. A letter is written within moments; a reminder of a recipient who was not told, on its day.',
});

export const rightAlreadyThere = new ApiError('right-already-there', {
  detail: 'The request has a case of this right already.',
  remedy: 'Work that case, or reopen it. What the person asks anew is a request of its own.',
});

export const erased = new ApiError('erased', {
  detail: 'What this case held about people has been erased, so nothing can be added to it.',
  remedy: 'Open a new request if the person has asked again.',
});

export const letterErased = new ApiError('erased', {
  detail: 'What this letter said has been erased with the person’s data.',
  remedy: 'That it was sent, when, and its hash stay in GET /v1/cases/{id}/letters.',
});

export const notPrintable = (problem: string): ApiError =>
  new ApiError('not-printable', {
    detail: `This letter cannot be printed by itself: ${problem}.`,
    remedy:
      'Its text and HTML are at the same address without /print; post it, then give record-notice-given.',
  });

export const pressBusy = new ApiError('press-busy', {
  detail: 'Too many letters are being printed at once.',
  remedy: 'Ask the same again after the time in Retry-After.',
  retryAfter: 5,
});

/** The register follows the case within moments. */
export const notYetThere = (version: number, retryAfter = 1): ApiError =>
  new ApiError('not-yet-there', {
    detail: `The register has reached version ${version} of this case, and more is on its way.`,
    remedy: 'Ask the same again after the time in Retry-After.',
    retryAfter,
  });
