export const lettersUsage = `Usage: duly letters list [--file FILE]
       duly letters reviewed (--all | --template NAME [--language TAG])… --by NAME --on DATE --file FILE

list names each template with its version, the hash of its wording, and who has reviewed it. What a wording says is in
libs/notices/golden, NAME.EXAMPLE.txt, one file for each example.

reviewed writes into FILE that NAME has read these wordings and answers for them, and keeps what stands in it already.
A review is of one version and one wording: when the wording changes, production refuses to start until it is read again.

  --all            every template that has no review yet
  --template NAME  this template; may be given several times
  --language TAG   its language: en without it
  --by NAME        who has reviewed it; a person or an office, written into FILE
  --on DATE        when, such as 2026-11-22
  --file FILE      the file that the setting REVIEWED_WORDING names, for the API and the worker

Exit codes: 0 done, list: 1 where a wording has no review; 2 something given was wrong.
`;
