import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '@duly/infra';
import { testSignIn, type TestSignIn } from '@duly/testing';

const launcher = fileURLToPath(new URL('../../bin/duly.mjs', import.meta.url));

function token(
  args: readonly string[],
  issuer: string,
): Promise<{ code: number; out: string; errors: string }> {
  return new Promise(resolve =>
    execFile(
      process.execPath,
      [launcher, 'token', ...args],
      { env: { PATH: process.env['PATH'], OIDC_ISSUER: issuer } },
      (error, out, errors) => resolve({ code: error ? Number(error.code) : 0, out, errors }),
    ),
  );
}

const claims = (text: string): unknown =>
  JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString());

describe('duly token', () => {
  let signIn: TestSignIn;
  beforeAll(async () => {
    signIn = await testSignIn();
  });
  afterAll(() => signIn.stop());

  it('prints a token for a role, and for one member of staff', async () => {
    const auditor = await token(['--as', 'auditor'], signIn.issuer);
    expect(auditor.code).toBe(0);
    expect(claims(auditor.out)).toMatchObject({ sub: 'staff-aled', aud: 'duly-api', iss: signIn.issuer });
    const hamish = await token(['--as', 'staff-hamish'], signIn.issuer);
    expect(claims(hamish.out)).toMatchObject({ sub: 'staff-hamish' });
  });

  it('says who there is, where there is no such person', async () => {
    const { code, out, errors } = await token(['--as', 'nobody'], signIn.issuer);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toMatch(/There is no "nobody".*staff-harriet/);
  });

  it('says what to start, where nobody answers', async () => {
    const { code, errors } = await token(['--as', 'handler'], `http://127.0.0.1:${await freePort()}`);
    expect(code).toBe(2);
    expect(errors).toMatch(/Nobody answers at http.*npm start/);
  });

  it('wants to know whose', async () => {
    const { code, errors } = await token([], signIn.issuer);
    expect(code).toBe(2);
    expect(errors).toMatch(/say whose token/);
  });
});
