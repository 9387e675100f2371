export const verifyUsage = `Usage: duly verify FILE --key KEY

Judges a bundle that \`duly audit export\` wrote: offline, with nothing but this program and the public key. The signature of the tree
head, the proof of each entry, the hash of what is in it; then the workflow code in it, once its hash is proved, lives the histories
again; every date is reckoned anew by the ruleset it names; and the register's row follows from the events.

KEY is the public key of the log, name+id+base64, or a file that holds it; \`duly audit key\` prints it. Take it once, from whoever runs
the service, and keep it.

Exit codes: 0 good, 1 bad and what does not fit, 2 cannot tell.
`;
