import { setTimeout as after } from 'node:timers/promises';

/** Asks again and again until the answer is not undefined. @throws Error saying what did not happen within the seconds given. */
export async function until<Answer>(
  what: string,
  seconds: number,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
): Promise<Answer> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${seconds} seconds.`);
    await after(25);
  }
}
