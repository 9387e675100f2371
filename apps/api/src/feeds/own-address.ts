/** Where the API is reached from outside, without a slash at its end. */
export class OwnAddress {
  constructor(readonly url: string) {}
}
