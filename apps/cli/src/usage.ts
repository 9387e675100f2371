/** What `duly --help` says. */
export const usage = `Usage: duly COMMAND [OPTION]…

Commands:
  clock    the statutory dates of data-protection requests, from the facts, with the reasoning

duly COMMAND --help tells more. Exit codes: 0 done, 2 something given was wrong.
`;
