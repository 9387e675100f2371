import { parseArgs } from 'node:util';
import { readSettings, SettingsError } from '@duly/settings';
import { complain } from '../complain.js';
import { NoToken, tokenFor } from './issuer.js';

const usage = `Usage: duly token --as handler|approver|manager|auditor|administrator|STAFF-ID

Prints an access token of the sign-in for development, good for some hours:
  curl -H "Authorization: Bearer $(npx duly token --as handler)" http://127.0.0.1:3000/v1/cases

Settings: OIDC_ISSUER. Exit codes: 0 printed, 2 no token.
`;

type Asked = { readonly as: string } | { readonly help: true } | { readonly wrong: string };

function asked(args: readonly string[]): Asked {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { as: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help) return { help: true };
    return values.as ? { as: values.as } : { wrong: 'say whose token: --as handler' };
  } catch (thrown) {
    if (thrown instanceof TypeError) return { wrong: thrown.message };
    throw thrown;
  }
}

/** `duly token`: an access token of the development issuer. 0: printed; 2: there is none. */
export async function tokenCommand(args: readonly string[]): Promise<number> {
  const what = asked(args);
  if ('help' in what) {
    process.stdout.write(usage);
    return 0;
  }
  if ('wrong' in what) {
    complain('token', `${what.wrong}\n\n${usage}`);
    return 2;
  }
  try {
    process.stdout.write(`${await tokenFor(what.as, readSettings('cli').oidcIssuer)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NoToken || error instanceof SettingsError)) throw error;
    complain('token', error.message);
    return 2;
  }
}
