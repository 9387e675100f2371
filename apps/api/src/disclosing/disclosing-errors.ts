import { ApiError } from '../problem/api-error.js';

export const noSuchItem = new ApiError('no-such-item', {
  detail: 'Nothing with this id was collected for this case, or it is not clean.',
  remedy: 'Take the id from GET /v1/cases/{id}/review.',
});
export const noSuchMark = new ApiError('no-such-mark', {
  detail: 'This case has no such mark that still counts.',
  remedy: 'Take the id from GET /v1/cases/{id}/review.',
});
export const itemNotReadable = (problem: string): ApiError =>
  new ApiError('item-not-readable', {
    detail: problem,
    remedy: 'Ask the source for it again, or withhold it and say why.',
  });
export const exemptionNotInForce = new ApiError('exemption-not-in-force', {
  detail: 'Nothing is kept back for an exemption that is not in force (DPA 2018 Schs 2–4).',
  remedy: 'Apply it (`apply-exemption`), have a second person review it, then give its event number.',
  cite: 'DPA 2018 Schs 2–4 (R49b)',
});
export const redactsNothing = (detail: string): ApiError =>
  new ApiError('redacts-nothing', {
    detail,
    remedy: 'Of records name fields or records; of a document the document that goes in its place.',
  });
export const reviewChanged = new ApiError('review-changed', {
  detail: 'What was collected, or what is marked, has changed since you looked.',
  remedy: 'Read the review again, and finish the version that it shows.',
});
export const reviewIncomplete = new ApiError('review-incomplete', {
  detail: 'Something has not been looked at, or is not decided.',
  remedy: 'GET /v1/cases/{id}/review says of each item what is missing.',
  cite: 'UK GDPR Arts 5(1)(f), 15(4), 20(4)',
});
export const notReviewed = new ApiError('not-reviewed', {
  detail:
    'Nothing leaves before the review that the settings ask for is finished, for exactly what would leave.',
  remedy:
    'Finish it with POST /v1/cases/{id}/review/finish; where it has changed since, build the package again.',
  cite: 'UK GDPR Art 5(1)(f)',
});
export const notAllClean = (many: number): ApiError =>
  new ApiError('not-clean', {
    detail: `Of what was collected ${many === 1 ? 'one document is' : `${many} documents are`} not clean, or wait for the virus scanner: the copy would lack them unseen.`,
    remedy:
      'GET /v1/cases/{id}/documents says which. Wait for the scanner; remove what is harmful, with a reason, and ask its source for it again.',
  });
export const notCollected = new ApiError('not-collected', {
  detail: 'Not every source has answered or is set aside, or nothing was asked of any.',
  remedy: 'Begin the collection, chase the sources that are silent, or set one aside with a reason.',
});
export const packageUnderWay = new ApiError('package-under-way', {
  detail: 'A package of this case is being built.',
  remedy: 'GET /v1/cases/{id}/package shows how far it is.',
});
export const noSuchPackage = new ApiError('no-such-package', {
  detail: 'This case has no such package, or it has no password.',
  remedy: 'Take the id from GET /v1/cases/{id}/package.',
});
export const packageNotReady = new ApiError('package-not-ready', {
  detail: 'This package is not ready: it is being built, or could not be built.',
  remedy: 'GET /v1/cases/{id}/package says which.',
});
export const packageGone = new ApiError('package-gone', {
  detail:
    'This package has been destroyed on its day. That it was made, and what became of it, is still on record.',
  remedy: 'Build another with POST /v1/cases/{id}/package.',
});
export const noSuchDeliveryOfCase = new ApiError('no-such-delivery', {
  detail: 'This case has no such delivery.',
  remedy: 'Take the id from GET /v1/cases/{id}/deliveries.',
});
export const deliveryNotSent = new ApiError('delivery-not-sent', {
  detail:
    'This delivery has not been sent, has ended, goes another way, or a new link is on its way already.',
  remedy:
    'GET /v1/cases/{id}/deliveries shows what happened. A delivery is sent by the answer that names it.',
});
export const noOtherChannel = new ApiError('no-other-channel', {
  detail: 'No telephone number, or no postal address, of the person is known.',
  remedy: 'Name it with `name-people`, or choose another way.',
});
