export const erasureUsage = `Usage: duly erasure REFERENCE [--out FILE]
       duly erasure check FILE --key KEY

Shows the certificate of an erasure: what was erased, when, by whom, under which rule, which keys were destroyed, and until when a copy of
them may lie in a backup of their database. With --out it is written to FILE with what proves that the signed audit log has it.

check   judges such a file offline, with nothing but the public key that \`duly audit key\` prints.

Settings: API_URL, API_TOKEN (of role auditor; without it the sign-in for development gives one).
Exit codes: 0 done or good, 1 bad, 2 cannot tell.
`;
