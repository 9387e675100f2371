/** What `duly clock --help` says. */
export const clockUsage = `Usage: duly clock [OPTION]… [FILE]…

Reads cases from the files, or from standard input (also "-"): one JSON object, a list, or one object a line (NDJSON).
Writes one line of JSON for each case, in order.

  --explain              adds "steps": how each date was worked out
  --text                 writes the steps for people instead of JSON
  --what-if FACT         adds what the dates would be with one more fact, as 'extension_notified@2026-04-20';
                         a ref or a fee's basis after a colon: 'clarification_received@2026-04-20:c1'; today and
                         tomorrow are dates too. May be repeated; all are supposed together.
  --calendar-file FILE   adds public holidays: gov.uk's bank-holidays.json, or { name, version, covers, holidays }. May be repeated.
  --help                 shows this

A case: { "id": "A1", "right": "access", "calendar": "england-and-wales",
          "events": [{ "type": "received", "date": "2026-09-03" }] }
Rights, events, fields and policies are described in apps/cli/README.md.
Exit codes: 0 every case was answered, 2 something given was wrong: its line says what, where and what to do.
`;
