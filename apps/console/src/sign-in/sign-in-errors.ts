/** A page was asked for by somebody who has not signed in. */
export class NotSignedIn extends Error {
  /** @param to the page they asked for: a path of ours */
  constructor(readonly to: string) {
    super('Not signed in.');
  }
}

/** A form came after its session had ended, or from a page of an earlier one. */
export class SessionOver extends Error {
  constructor(
    /** Where the form goes. */
    readonly to: string,
    /** What was written; it goes back to the browser and nowhere else. */
    readonly form: Readonly<Record<string, unknown>>,
  ) {
    super('The session is over.');
  }
}

/** The page is for other roles. */
export class NotForRole extends Error {}

/** A form that another site’s page has sent. */
export class FormFromElsewhere extends Error {}
