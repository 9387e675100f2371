/** What is kept of one language: of each template its versions, and of each version what it says. */
export type Wordings = Readonly<
  Record<
    string,
    Readonly<
      Record<number, { readonly wording: string; readonly examples: Readonly<Record<string, string>> }>
    >
  >
>;
