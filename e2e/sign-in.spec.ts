import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import { test as base, expect } from './fixtures.ts';
import { expectAccessible } from './page-checks.ts';
import { type AppServer, freePort, startApp } from './servers/app-server.ts';
import { startIdentityProvider } from './servers/identity-provider.mjs';

const SECRET = 'a-secret-of-the-test-that-is-long-enough';
const COOKIE = 'next-auth.session-token';

interface Servers {
  readonly app: AppServer;
  readonly issuer: string;
}

/** The app beside a real OpenID Connect server. */
const test = base.extend<object, { readonly servers: Servers }>({
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const [appPort, issuerPort] = [await freePort(), await freePort()];
      const issuer = await startIdentityProvider(issuerPort, `http://127.0.0.1:${appPort}`);
      const app = await startApp(
        {
          PUBLIC_URL: `http://127.0.0.1:${appPort}`,
          AUTH_SECRET: SECRET,
          OIDC_ISSUER: issuer.url,
          OIDC_CLIENT_ID: 'shufflescope',
          OIDC_CLIENT_SECRET: 'client-secret',
          OIDC_NAME: 'Test login',
        },
        appPort,
      );
      await use({ app, issuer: issuer.url });
      await app.stop();
      await issuer.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ servers }, use) => use(servers.app.url),
  elsewhere: ({ servers }, use) => use([servers.issuer]),
});

test.describe.configure({ mode: 'serial' }); // one pair of servers for all

const button = (page: Page) => page.getByRole('button', { name: 'Sign in with Test login' });
const signedIn = (page: Page) => page.getByText('You are signed in as anna');

async function toIssuer(page: Page) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Account' }).click();
  await button(page).click();
  await expect(page.getByLabel('Name')).toBeVisible();
}

test('signing in, taking one’s data along, and signing out', async ({ page, servers }) => {
  const asked = page.waitForRequest((request) => request.url().startsWith(`${servers.issuer}/auth?`));
  await toIssuer(page);
  const query = new URL((await asked).url()).searchParams;
  expect(query.get('response_type')).toBe('code');
  expect(query.get('code_challenge_method')).toBe('S256');
  for (const name of ['code_challenge', 'state', 'nonce']) expect(query.get(name), name).toMatch(/.{20,}/);
  expect(query.get('scope')).toBe('openid profile');

  await page.getByLabel('Name').fill('anna');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(signedIn(page)).toBeVisible();
  const cookie = (await page.context().cookies()).find(({ name }) => name === COOKIE);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false });
  expect(cookie?.value).not.toContain('anna');
  await expectAccessible(page);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my progress as a file' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('shufflescope-anna.json');
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
    ...{ name: 'anna', version: 1, databases: {} },
  });

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(button(page)).toBeVisible();
  expect((await page.context().cookies()).some(({ name }) => name === COOKIE)).toBe(false);
  expect(servers.app.log.join('\n')).not.toMatch(/anna|code=/);
});

test('a refusal leads back with a message and signs nobody in', async ({ page }) => {
  await toIssuer(page);
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Signing in did not work' })).toBeVisible();
  await expect(button(page)).toBeVisible();
});

test('an answer with a state that was not asked for signs nobody in', async ({ page }) => {
  await toIssuer(page);
  await page.goto('/api/auth/callback/oidc?code=stolen&state=made-up');
  await expect(page).toHaveURL(/\/account\?.*error=/);
  await expect(page.getByText('Signing in did not work')).toBeVisible();
  await expect(button(page)).toBeVisible();
});

test('an expired session and one of another secret are nobody’s', async ({ page, baseURL }) => {
  const token = { sub: 'oidc:anna', name: 'anna' };
  const open = async (value: string) => {
    await page.context().addCookies([{ name: COOKIE, value, url: baseURL! }]);
    await page.goto('/account');
  };
  await open(await encode({ token, secret: SECRET, maxAge: 600 }));
  await expect(signedIn(page)).toBeVisible();
  await open(await encode({ token, secret: SECRET, maxAge: -600 }));
  await expect(button(page)).toBeVisible();
  await open(await encode({ token, secret: 'another-secret-that-is-long-enough', maxAge: 600 }));
  await expect(button(page)).toBeVisible();
});
