import { madeUpRequests } from '../seed/made-up-requests.data.js';
import { keepManagers, openMadeUp, type Seeding } from '../seed/seeding.js';
import type { Role } from './staff.js';
import { commandLineClient, staffGrant } from './sign-in-configuration.js';

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; \`npm start\` gives it.`);
  return value;
};

/** The development issuer gives a program the token of a made-up member of staff, named by role. */
async function tokenOf(role: Role, issuer: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: staffGrant,
    client_id: commandLineClient,
    staff: role,
  });
  const response = await fetch(`${issuer}/token`, { method: 'POST', body });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (!token) throw new Error(`The sign-in gave no token for a made-up ${role}.`);
  return token;
}

const londonToday = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());

/** How many are opened at once; their steps wait for letters, so it is mostly waiting. */
const atOnce = 4;

const seeding: Seeding = {
  apiUrl: setting('API_URL'),
  token: await tokenOf('handler', setting('OIDC_ISSUER')),
  today: londonToday(),
};
await keepManagers({ ...seeding, token: await tokenOf('administrator', setting('OIDC_ISSUER')) });
const waiting = [...madeUpRequests];
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let made = waiting.shift(); made; made = waiting.shift()) {
      console.log(`${await openMadeUp(seeding, made)}  ${made.stage}`);
    }
  }),
);
