import type { Role } from '@duly/api-contract';

/** Who has signed in with this browser. It lives in a sealed cookie, so any console process can read it and none keeps it. */
export interface Session {
  readonly staff: { readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
  /** The access token that the API is called with. */
  readonly token: string;
  /** Each form carries it back: a page of somebody else's cannot know it. */
  readonly formToken: string;
}

/** What a browser is to bring back from the issuer. */
export interface SignInBegun {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The page to go on with; a path of ours. */
  readonly to: string;
}
