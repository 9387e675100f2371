/** The answer where a key has been destroyed: there is nothing left to read, in this copy or any other. */
export interface Erased {
  readonly erased: true;
  /** The instant the key was destroyed, ISO 8601. */
  readonly erasedAt: string;
}

export const isErased = (answer: unknown): answer is Erased =>
  typeof answer === 'object' && answer !== null && 'erased' in answer;
