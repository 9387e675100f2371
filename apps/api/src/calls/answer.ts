/** What a POST was answered, kept so that the same call is answered alike. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  /** What is kept in the place of a body with a secret in it, which is shown once. */
  readonly kept?: object;
}
