import type { CivilDate } from '@duly/law';
import { ApiError } from '../problem/api-error.js';
import { Refused } from '../problem/refused.js';

export const noSuchSource = new ApiError('no-such-source', {
  detail: 'There is no source with this id, or it was removed.',
  remedy: 'Take the id from GET /v1/sources.',
});

export const sourceNameTaken = new ApiError('source-name-taken', {
  detail: 'Another source has this name.',
  remedy: 'Choose another name, or change that source.',
});

export const notForThisSource = new ApiError('not-for-this-source', {
  detail: 'Only what is asked by webhook has a secret to rotate.',
  remedy: 'Give a source of another kind new terms or a new connection by POST /v1/sources/SOURCE/change.',
});

/** @param wrong in words that follow the field’s name */
export const wrongTerms = (field: string, wrong: string): ApiError =>
  new ApiError('not-valid', {
    detail: `${field}: ${wrong}.`,
    remedy: 'Correct the field; /openapi.json describes it.',
    errors: [{ field, message: wrong }],
  });

export const noSources = new ApiError('no-sources', {
  detail: 'No source is registered for cases of this right.',
  remedy: 'An administrator registers sources by POST /v1/sources.',
});

/** Nobody is asked for data that no case needs (UK GDPR Art 5(1)(c)). */
export const caseClosed = (closedOn: CivilDate): Refused =>
  new Refused({
    code: 'case-closed',
    cite: 'UK GDPR Art 5(1)(c)',
    message: `The case closed on ${closedOn}, and needs no data.`,
    remedy: 'Where the answer must be given anew, reopen the case with the reasons, and then ask.',
    closedOn,
  });

export const noSuchAsk = new ApiError('no-such-ask', {
  detail: 'This case has asked no source under this id.',
  remedy: 'Take the id from GET /v1/cases/CASE/sources.',
});

export const askSettled = new ApiError('ask-settled', {
  detail: 'This source has answered already, has sent these records already, or was set aside.',
  remedy: 'What it said stands. Where it must be asked anew, a handler does that by ask-again.',
});

export const askOpen = new ApiError('ask-open', {
  detail: 'This source has not answered yet.',
  remedy: 'Wait for it, or set it aside with a reason.',
});

export const nothingWasSent = new ApiError('nothing-was-sent', {
  detail: 'The answer says that something was found, and nothing of it was sent.',
  remedy: 'Send the records or documents first, then answer; or answer nothing-held.',
});

export const wrongAnswer = new ApiError('wrong-answer', {
  detail: 'This answer does not fit what was asked.',
  remedy:
    'Asked what is held, answer found, nothing-held, cannot or withheld; asked to erase, answer erased, partly-erased, nothing-held, cannot or withheld.',
});

export const notYetErased = new ApiError('wrong-answer', {
  detail: 'This source has not been told to erase yet, so nothing can have been erased for this case.',
  remedy:
    'GET /v1/cases/CASE/sources says what it waits for: its approval, a day, or another case of the person.',
});

export const tokenRefused = new ApiError('token-refused', {
  detail: 'The token does not open this ask: it is wrong, of another ask, used up, or its time has ended.',
  remedy: 'Send Authorization: Bearer with the token of the newest message about this ask.',
});
