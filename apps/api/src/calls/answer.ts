/** What a POST was answered, kept so that the same call is answered alike. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}
