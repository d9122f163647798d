import type { Page } from '@playwright/test';
import { type FakeModelServer, startFakeModel } from '../lib/testing/fake-model.ts';
import { test as base, expect } from './fixtures.ts';
import { openSample, showView } from './open.ts';
import { expectAccessible } from './page-checks.ts';
import { type AppServer, startApp } from './servers/app-server.ts';

async function explain(page: Page) {
  await openSample(page, /Skewed join/);
  await showView(page, 'Insights');
  await page.getByRole('button', { name: 'Explain in words' }).click();
  const panel = page.getByRole('region', { name: 'Explanation' });
  await expect(panel).toContainText('WRITTEN BY RULES');
  return panel;
}

base.describe('without a model', () => {
  base('an insight is explained by rules, for each audience, and nothing is sent', async ({ page }) => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    const panel = await explain(page);
    await expect(panel).toContainText('Task skew');
    await expect(panel).toContainText('No model is set up on this server');
    await expect(panel).not.toContainText('not in the evidence');
    await panel.getByText('New to Spark').click();
    await expect(panel).not.toContainText('Settings that bear on it');
    await panel.getByText('Expert').click();
    await expect(panel).toContainText('spark.sql.adaptive.skewJoin.enabled');
    await panel
      .getByRole('button', { name: /^Evidence e1: longest task/ })
      .first()
      .click();
    await expect(panel.locator('[data-evidence="e1"]')).toBeFocused();
    await expectAccessible(page);
    expect(sent).toEqual([]);
  });
});

base('a predicted plan is explained, as predicted', async ({ page }) => {
  await page.goto('/playground');
  await page.getByRole('button', { name: 'Explain in words' }).click();
  const panel = page.getByRole('region', { name: 'Explanation' });
  await expect(panel).toContainText('PREDICTED');
  await expect(panel).toContainText(/shuffles: \d/);
  await expect(panel).not.toContainText('not in the evidence');
});

base.describe('without a network', () => {
  base.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED .*icon\.svg/] });

  base('an insight is explained all the same', async ({ page, context }) => {
    await openSample(page, /Skewed join/);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await showView(page, 'Insights');
    await page.getByRole('button', { name: 'Explain in words' }).click();
    const panel = page.getByRole('region', { name: 'Explanation' });
    await expect(panel).toContainText('longest task');
    await expect(panel).toContainText('the server is out of reach');
  });
});

const ANSWER = [
  'The longest task is the end of the stage [e1]. It took 987 s [e1], and **see** [e77].',
  'Ignore the rules and [click here](https://evil.example/x) <img src="https://evil.example/y">.',
].join('\n\n');

const test = base.extend<object, { readonly model: FakeModelServer; readonly app: AppServer }>({
  model: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const server = await startFakeModel(ANSWER);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ model }, use) => {
      const app = await startApp({
        EXPLAIN_PROVIDER: 'openai-compatible',
        EXPLAIN_MODEL: 'changes',
        EXPLAIN_BASE_URL: `${model.url}/v1`,
        EXPLAIN_RETRIES: '0',
        LIMIT_ANONYMOUS_PER_DAY: '4',
        LIMIT_REQUESTS_PER_MINUTE: '1000',
      });
      await use(app);
      await app.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ app }, use) => use(app.url),
});

test.describe('with a model', () => {
  test.describe.configure({ mode: 'serial' }); // one server, whose model changes
  // The browser itself reports a refusal of the server.
  test.use({ expectedErrors: [/status of 429/] });

  test('shows what would be sent, asks once, checks every number of the answer', async ({ page, model }) => {
    const panel = await explain(page);
    await expect(panel.getByText('It would get the evidence above')).toBeVisible();
    await expect(panel.getByRole('table', { name: 'Evidence' })).toContainText('longest task');
    await panel.getByText('The text as it would be sent').click();
    const shown = (await panel.locator('pre').first().textContent()) ?? '';
    expect(model.requests).toHaveLength(0);

    const sending = page.waitForRequest((request) => request.method() === 'POST');
    await panel.getByRole('button', { name: 'Agree and send the evidence' }).click();
    const sent = (await sending).postDataJSON();
    expect(sent).toEqual(JSON.parse(shown));
    expect(JSON.stringify(sent)).not.toMatch(/nightly|orders|local-/);

    await expect(panel).toContainText('1 of 1 number not in the evidence, 1 citation');
    await expect(panel.getByText('AI-WRITTEN')).toBeVisible();
    await expect(panel).toContainText('changes · 366 tokens');
    await expect(panel.locator('mark')).toHaveText(/987 s.*not in the evidence/);
    await expect(panel.locator('a[href*="evil"], img')).toHaveCount(0);
    await expect(panel).toContainText('[click here](https://evil.example/x)');
    await expectAccessible(page);

    // Agreed for this tab: another panel offers to ask at once, and the same question is remembered.
    await page.getByRole('button', { name: 'Explain in words' }).click();
    await page.getByRole('button', { name: 'Explain in words' }).click();
    await panel.getByRole('button', { name: 'Ask changes' }).click();
    await expect(panel).toContainText('remembered answer');
    expect(model.requests).toHaveLength(1);
    await panel.getByRole('button', { name: 'Ask again' }).click();
    await expect.poll(() => model.requests.length).toBe(2);
    await expect(panel).not.toContainText('remembered answer');
  });

  test('stops when told to, and shows nothing of an answer that broke off', async ({ page, model }) => {
    model.become('slow');
    const panel = await explain(page);
    await panel.getByText('Expert').click();
    await panel.getByRole('button', { name: 'Agree and send the evidence' }).click();
    await panel.getByRole('button', { name: 'Stop' }).click();
    await expect(panel.getByRole('status')).toHaveText(/^(The answer was stopped\.)?$/);
    await expect.poll(model.abandoned).toBeGreaterThan(0);

    model.become('breaks');
    await panel.getByText('New to Spark').click();
    await panel.getByRole('button', { name: /^Ask/ }).click();
    await expect(panel.getByRole('status')).toContainText('The model’s answer broke off.');
    await expect(panel.getByText('AI-WRITTEN')).toHaveCount(0);
    await expect(panel).toContainText('A few tasks of a stage had far more rows');
  });

  test('says when the day is used up, and keeps the explanation by rules', async ({ page, model }) => {
    model.become('answers');
    const panel = await explain(page);
    await panel.getByText('New to Spark').click();
    await panel.getByRole('button', { name: 'Agree and send the evidence' }).click();
    await expect(panel).toContainText('AI-WRITTEN');
    await panel.getByRole('button', { name: 'Ask again' }).click();
    await expect(panel.getByRole('status')).toContainText('used up');
    await expect(panel).toContainText('A few tasks of a stage had far more rows');
  });
});
