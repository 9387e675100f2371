import { type StaffMember, staff } from './staff.js';

const button = ({ id, name, roles, team }: StaffMember): string =>
  `<li><button name="staff" value="${id}">${name}</button> ${roles.join(', ')}; ${team}</li>`;

/** Whom to be. The names are ours and made up, so nothing here needs escaping. */
export const signInPage = (): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in to Duly</title>
<style>body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem; color: #0b0c0c; } li { margin: .75rem 0; }
button { font: inherit; padding: .5rem 1rem; min-width: 14rem; } button:focus { outline: 3px solid #fd0; outline-offset: 2px; }</style></head>
<body><main><h1>Sign in to Duly</h1>
<p>This sign-in is for a developer’s machine. The people are made up, and there are no passwords.</p>
<form method="post"><ul>${staff.map(button).join('\n')}</ul></form></main></body>
</html>
`;
