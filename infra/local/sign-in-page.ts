import { type StaffMember, staff } from './staff.js';

const button = ({ id, name, roles, team }: StaffMember): string =>
  `<li><button name="staff" value="${id}">${name}</button> ${roles.join(', ')}; ${team}</li>`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem; color: #0b0c0c; } li { margin: .75rem 0; }
button { font: inherit; padding: .5rem 1rem; min-width: 14rem; } button:focus { outline: 3px solid #fd0; outline-offset: 2px; }</style></head>
<body><main><h1>${title}</h1>
${content}</main></body>
</html>
`;

/** Whom to be. The names are ours and made up, so nothing here needs escaping. */
export const signInPage = (): string =>
  page(
    'Sign in to Duly',
    `<p>This sign-in is for a developer’s machine. The people are made up, and there are no passwords.</p>
<form method="post"><ul>${staff.map(button).join('\n')}</ul></form>`,
  );

/** @param form of the library, empty, with the id `op.logoutForm` */
export const signOutPage = (form: string): string =>
  page(
    'Sign out of Duly',
    `${form}<p><button form="op.logoutForm" name="logout" value="yes">Sign out everywhere</button></p>`,
  );
