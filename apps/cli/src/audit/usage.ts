export const auditUsage = `Usage: duly audit export REFERENCE|CASE-ID [--out FILE] [--personal-data]
       duly audit key
       duly audit head [--out FILE]
       duly audit check --key KEY [--head FILE]

export  writes everything that \`duly verify\` needs to judge one case, offline and for as long as the file is kept. There is no personal
        data in it; --personal-data puts the letters into it, while their key lives. Each export is recorded.
key     prints the public keys of the audit log, one a line, the newest last.
head    has the log signed as it is now, and prints or adds it to FILE.
check   reads the whole log and holds it against its newest signed head, and against the heads in FILE: what was changed, removed or
        cut is named.

Settings: API_URL, API_TOKEN (of role auditor; without it the sign-in for development gives one).
Exit codes: 0 done or good, 1 bad, 2 cannot tell.
`;
