export const replayUsage = `Usage: duly replay REFERENCE|CASE-ID|FILE
       duly replay --all [--out FOLDER] [--jobs N]

Judges one case as an auditor would, in words: its history is whole and in order; the shipped workflow code lives through it
again, offline, and asks for the same things with the same contents; the register's timeline and row follow from the events that
come of it. What does not fit is named by its event.

FILE is what \`duly history\` writes: { history, row, rowEvents }. A reference is fetched: histories, row and
timeline from the API as an auditor, who may read every case and change none. No password of a database is asked for.

--all replays every case, open and closed, each by the code that made it and by today's, N at once (4). In FOLDER it leaves report.json,
report.xml (JUnit) and report.txt, and results.ndjson, from which it goes on where it was stopped or killed.

Settings: API_URL, API_TOKEN (without it the sign-in for development gives one).
Exit codes: 0 good, 1 bad, 2 cannot tell.
`;

export const historyUsage = `Usage: duly history REFERENCE|CASE-ID [--out FILE]

Writes all that \`duly replay FILE\` needs, offline and for as long as the file is kept: the history, the register's row and
timeline. There is no personal data in it. Without --out it goes to standard output.

Settings: as for duly replay. Exit codes: 0 written, 2 not.
`;
