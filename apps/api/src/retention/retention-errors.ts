import type { Block } from '@duly/register';
import { ApiError } from '../problem/api-error.js';

export const noSuchErasure = new ApiError('no-such-erasure', {
  detail: 'There is no erasure with this id.',
  remedy: 'Take the id from GET /v1/erasures.',
});

export const ownErasure = new ApiError('own-erasure', {
  detail:
    'You proposed this erasure, and what is erased cannot be brought back: a second person approves it.',
  remedy: 'Ask an approver or another manager; or take it back with reject.',
});

export const erasureDecided = new ApiError('erasure-decided', {
  detail: 'This erasure was approved or rejected already.',
  remedy: 'Read GET /v1/erasures/ERASURE; what was rejected can be proposed anew.',
});

export const notErased = new ApiError('not-erased', {
  detail: 'There is no certificate: this request is not erased, or not yet to the end.',
  remedy: 'How far it is stands at GET /v1/erasures.',
});

export const noSuchHold = new ApiError('no-such-hold', {
  detail: 'This request has no hold with this id.',
  remedy: 'Take the id from GET /v1/requests/REQUEST/holds.',
});

export const holdLifted = new ApiError('hold-lifted', {
  detail: 'This hold was lifted before.',
  remedy: 'Place a new one where something is to be kept again.',
});

const mostTold = 5;

/** Each sentence once, the first few of them. */
export function notErasable(blocks: readonly Block[]): ApiError {
  const [first] = blocks;
  const sentences = [...new Set(blocks.map(({ sentence }) => sentence))];
  const more = sentences.length > mostTold ? ` And ${sentences.length - mostTold} more.` : '';
  return new ApiError('not-erasable', {
    detail: `Nothing was proposed. ${sentences.slice(0, mostTold).join(' ')}${more}`,
    remedy: `${first?.remedy ?? ''} What stands against each request: POST /v1/erasures/try.`,
  });
}
