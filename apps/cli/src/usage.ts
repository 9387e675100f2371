/** What `duly --help` says. */
export const usage = `Usage: duly COMMAND [OPTION]…

Commands:
  audit    what an auditor fetches: a bundle of one case, the public key, a signed head; and a check of the whole log
  calendar gives the API a new state of the public holidays, and shows which is in force
  clock    the statutory dates of data-protection requests, from the facts, with the reasoning
  erasure  the certificate of an erasure, and its check without any server
  letters  the wordings of the letters, which of them are reviewed, and by whom; records a review
  mail     looks at the way of a letter, from the mail server to the records of the domain, and says what to fix
  rebuild  writes the register again from the histories, or compares the two
  replay   judges one case, or all of them, as an auditor: its history by the shipped code, its register row by what comes of it
  history  writes the file that replay judges, without personal data
  verify   judges a bundle, offline, with nothing but the public key
  token    an access token of the sign-in for development

duly COMMAND --help tells more. Exit codes: 0 done, 2 something given was wrong; calendar: 1 refused; rebuild, replay, verify, audit check, erasure check: 0 good, 1 bad, 2 cannot tell.
`;
