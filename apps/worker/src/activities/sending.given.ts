import { type CaseEvent, type EventData, type EventType, type LetterOrder } from '@duly/case';
import type { PostResult } from '@duly/mail';
import { aPost, aRequest, firstStep, on, type GivenOffice, type GivenRequest } from '../worker.given.js';
import { recordStep } from './record-step.js';

export const subject = { name: 'Zebedee Canary', email: 'zebedee@canary.example' };
export const accepted: PostResult = {
  result: 'accepted',
  code: 250,
  words: '250 taken for zebedee@canary.example',
};
export const deferred: PostResult = { result: 'deferred', code: 451, words: '451 later' };
export const unknown: PostResult = { result: 'unknown' };

/** A post that answers one after the other, and keeps what it was given. */
export function answering(...results: readonly PostResult[]) {
  const given: { to: string; bytes: string }[] = [];
  let next = 0;
  const post = aPost((envelope, bytes) => {
    given.push({ to: envelope.to, bytes: bytes.toString() });
    const result = results[Math.min(next, results.length - 1)] ?? accepted;
    next += 1;
    return Promise.resolve(result);
  });
  return { post, given };
}

export async function theLetter(
  office: GivenOffice,
  people = { subject },
): Promise<{ request: GivenRequest; order: LetterOrder }> {
  const request = await aRequest(office, people);
  const [order] = request.acknowledgements;
  if (!order) throw new Error('an acknowledgement is ordered at receipt');
  return { request, order };
}

/** What the register shows of a letter, once the case's first step is in it. */
export const rowOf = async (
  office: GivenOffice,
  { caseId, letterId }: LetterOrder,
  request: GivenRequest,
) => {
  for (const opening of request.openings) await recordStep(firstStep(opening), office.register, office.vault);
  return (await office.register.cases.letters(caseId)).find(letter => letter.letterId === letterId);
};

export const event = <Type extends EventType>(type: Type, data: EventData[Type]): CaseEvent =>
  ({
    number: 2,
    run: 1,
    on: on('2036-03-31'),
    recordedAt: '2036-03-31T09:00:00.000Z',
    by: 'time',
    cite: 'R20',
    type,
    ...data,
  }) as CaseEvent;
