import { ApiError } from '../problem/api-error.js';

export const noSuchReceiver = new ApiError('no-such-receiver', {
  detail:
    'There is no receiving controller with this id, or it was removed. Nothing goes to an address that is not on the list.',
  remedy: 'Take the id from GET /v1/receivers; an administrator adds one by POST /v1/receivers.',
});
export const noSuchSender = new ApiError('no-such-sender', {
  detail: 'There is no sending controller with this id, or it was removed.',
  remedy: 'Take the id from GET /v1/senders.',
});
export const transferNotDecided = new ApiError('transfer-not-decided', {
  detail:
    'That the data can be sent straight to another controller is not on record, or it was decided that it cannot.',
  remedy:
    'Decide it in the case, with reasons (`decide-transfer`); where it cannot be, send the copy by a link.',
  cite: 'UK GDPR Art 20(2) (R40)',
});
export const transferUnderWay = new ApiError('transfer-under-way', {
  detail: 'This transfer is under way, or has arrived.',
  remedy: 'GET /v1/cases/{id}/deliveries shows how far it is.',
});
export const transferNotReceived = new ApiError('transfer-not-received', {
  detail: 'The other controller has not stated that it has the package, so the person cannot be told so.',
  remedy: 'Wait for its receipt; or prepare a delivery by link, and give the answer with that one.',
  cite: 'UK GDPR Arts 12A, 20(2)',
});
export const ownTransfer = new ApiError('own-transfer', {
  detail: 'Whoever prepared this delivery may not send it too (the setting APPROVE_DISCLOSURES).',
  remedy: 'Ask somebody else who works cases.',
});
export const packageEncrypted = new ApiError('package-encrypted', {
  detail: 'The package has a password, so the other controller could not open it.',
  remedy: 'Build one without a password; it goes over TLS, and lies sealed on both sides.',
});

export const tokenRefused = new ApiError('token-refused', {
  detail:
    'The token lets nobody send packages here: it is wrong, was renewed, or its controller was removed.',
  remedy:
    'Send Authorization: Bearer with the token that was given when you were registered; ask for a new one.',
});
export const noSuchTransfer = new ApiError('no-such-transfer', {
  detail: 'You have announced no transfer under this id.',
  remedy: 'Announce it by POST /v1/transfers/{transfer}.',
});
export const transferDiffers = new ApiError('transfer-differs', {
  detail: 'Under this id another package was announced: its length, hash, reference or person is another.',
  remedy: 'Announce another package under another id.',
});
export const sentTwice = new ApiError('sent-twice', {
  detail: 'You have sent exactly this package before, under another id.',
  remedy: 'Ask what became of that one; it is not needed twice.',
});
export const offsetDiffers = (offset: number): ApiError =>
  new ApiError('offset-differs', {
    detail: `The next piece must begin at byte ${offset}. Nothing of this one was kept.`,
    remedy: 'Read the transfer, and go on from its `offset`.',
  });
export const hashDiffers = new ApiError('hash-differs', {
  detail:
    'The bytes that came are not those that were announced: their SHA-256 differs. All of it was destroyed.',
  remedy: 'Send the package anew, under a new id.',
});
export const pieceTooLarge = (most: number): ApiError =>
  new ApiError('package-too-large', {
    detail: `More than ${most} bytes are not taken. Nothing of it was kept.`,
    remedy: 'Send smaller pieces, and of the whole package no more than was announced.',
  });

export const noSuchIncoming = new ApiError('no-such-incoming', {
  detail: 'No controller has sent a package under this id.',
  remedy: 'Take the id from GET /v1/incoming.',
});
export const incomingDecided = new ApiError('incoming-decided', {
  detail:
    'This package is not to be assessed: it is still in quarantine, was refused, or is decided already.',
  remedy: 'GET /v1/incoming/{id} says which. What is decided stays.',
});
export const itemsNotJudged = new ApiError('items-not-judged', {
  detail: 'Of some item it is not said yet whether it is kept. Nobody keeps what nobody has looked at.',
  remedy: 'Judge each item, or reject the package.',
  cite: 'UK GDPR Art 5(1)(b)–(c); ICO, right to data portability',
});
