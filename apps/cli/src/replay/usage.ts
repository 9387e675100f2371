export const replayUsage = `Usage: duly replay REFERENCE|CASE-ID|FILE

Judges one case as an auditor would, in words: its history is whole and in order; the shipped workflow code lives through it
again, offline, and asks for the same things with the same contents; the register's timeline and row follow from the events that
come of it. What does not fit is named by its event.

FILE is what \`duly history\` writes: { history, row, rowEvents }. A reference is fetched: the history from Temporal, the row and
the timeline from the API as an auditor, who may read every case and change none. No password of a database is asked for.

Settings: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, API_URL, API_TOKEN (without it the sign-in for development gives one).
Exit codes: 0 good, 1 bad, 2 cannot tell.
`;

export const historyUsage = `Usage: duly history REFERENCE|CASE-ID [--out FILE]

Writes all that \`duly replay FILE\` needs, offline and for as long as the file is kept: the history, the register's row and
timeline. There is no personal data in it. Without --out it goes to standard output.

Settings: as for duly replay. Exit codes: 0 written, 2 not.
`;
