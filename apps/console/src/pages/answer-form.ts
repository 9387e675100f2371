import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { ApiProblem } from '../duly-api/api-problem.js';
import { textOf, type Form } from '../steps/read-form.js';

/** Where the browser goes on once a form has done its work, or the page that it is shown. */
export type Next = { readonly to: string } | { readonly page: string };

/** What a form does, it does once, however often it is sent: the Idempotency-Key that the API is given. */
export const keyOf = (form: Form): string => textOf(form['key']) || randomUUID();

/**
 * Answers a form that was sent. Where the API has something against it, the form is shown again with what it says, and no text is lost.
 * @param again the form once more, with the problem
 * @throws ApiProblem where nobody is signed in any more
 */
export async function answerForm(
  reply: FastifyReply,
  take: () => Promise<Next>,
  again: (problem: ApiProblem['problem']) => string | Promise<string>,
): Promise<void> {
  try {
    const next = await take();
    await ('to' in next ? reply.redirect(next.to, 303) : reply.status(200).send(next.page));
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.status === 401) throw error;
    const { problem } = error;
    await reply.status(problem.status).send(await again(problem));
  }
}
