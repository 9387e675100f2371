/** The caller's token does not let anybody in. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  constructor(
    readonly reason: 'missing' | 'expired' | 'claim' | 'algorithm' | 'signature',
    message: string,
  ) {
    super(message);
  }
}

/** Nobody can be let in at present: the issuer cannot be asked for its keys. */
export class SignInUnavailable extends Error {
  override readonly name = 'SignInUnavailable';
}
