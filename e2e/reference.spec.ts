import { expect, test } from './fixtures.ts';

const pages = [
  '/reference',
  '/reference/task-skew',
  '/reference/rules',
  '/reference/rules/empty-subset',
  '/reference/tables',
];

test.describe('the reference', () => {
  test('the list leads to the page of a problem, and that one to another', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Reference' }).click();
    await expect(page).toHaveURL('/reference');
    await page.getByRole('main').getByRole('link', { name: 'Task skew' }).click();
    await expect(page).toHaveURL('/reference/task-skew');
    await expect(page).toHaveTitle('Task skew · Reference · Shufflescope');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Task skew');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'What it means',
      'How it is found',
      'What you can do',
      'When it is not a problem',
      'Limits',
    ]);
    await page.getByRole('navigation', { name: 'Problems' }).getByRole('link', { name: 'Straggler' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Straggler');
  });

  test('a section has an address of its own', async ({ page }) => {
    await page.goto('/reference/spill#limits');
    await expect(page.getByRole('heading', { name: 'Limits' })).toBeInViewport();
  });

  test('every problem in the list has a page', async ({ page, request }) => {
    await page.goto('/reference');
    const links = page.getByRole('region', { name: 'Problems' }).getByRole('link');
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThanOrEqual(19);
    for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
  });

  test('the list of rules leads to the page of a rule, and that one to others of its family', async ({
    page,
  }) => {
    await page.goto('/reference');
    await page.getByRole('link', { name: 'Rules for PySpark programs' }).click();
    await expect(page).toHaveURL('/reference/rules');
    await page.getByRole('link', { name: 'withColumn() in a loop' }).click();
    await expect(page).toHaveURL('/reference/rules/with-column-in-loop');
    await expect(page).toHaveTitle('withColumn() in a loop · Reference · Shufflescope');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('withColumn() in a loop');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'What it means',
      'How it is found',
      'What you can do',
      'When it is not a problem',
      'Limits',
    ]);
    const siblings = page.getByRole('navigation', { name: 'Rules' }).getByRole('link');
    await expect(siblings.and(page.locator('[aria-current=page]'))).toHaveText('withColumn() in a loop');
    await siblings.filter({ hasText: 'withColumnRenamed' }).click();
    await expect(page).toHaveURL('/reference/rules/rename-in-loop');
  });

  test('rules are found by words and ids, and grouped as one likes', async ({ page }) => {
    await page.goto('/reference/rules');
    const main = page.getByRole('main');
    const titles = main.getByRole('heading', { level: 2 });
    await expect(titles.first()).toHaveText('Actions and results');
    const grouping = main.getByRole('group', { name: 'Group by' });
    await grouping.getByText('Severity').click();
    await expect(titles.first()).toHaveText('High');
    await grouping.getByText('Evidence').click();
    await expect(titles).toHaveText(['Code alone', 'Code and sizes']);
    const field = main.getByRole('searchbox', { name: 'Find a rule' });
    await field.fill('SHF-13');
    await expect(main.getByRole('listitem')).toHaveCount(1);
    await expect(main.getByRole('status')).toHaveText(/^1 of \d+ rules$/);
    await field.fill('no such words');
    await expect(main.getByText('No rule has these words.')).toBeVisible();
  });

  test('every rule in the list has a page, and its id leads there', async ({ page, request }) => {
    await page.goto('/reference/rules');
    const links = page.getByRole('main').getByRole('listitem').getByRole('link');
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThanOrEqual(65);
    for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
    await page.goto('/reference/rules/SHF-13');
    await expect(page).toHaveURL('/reference/rules/empty-subset');
  });

  for (const list of ['settings', 'operations', 'containers', 'tables']) {
    test(`everything in the list of ${list} has a page`, async ({ page, request }) => {
      await page.goto(`/reference/${list}`);
      const links = page.getByRole('main').locator(`a[href^="/reference/${list}/"]`);
      const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(addresses.length).toBeGreaterThan(5);
      for (const address of new Set(addresses))
        expect((await request.get(address)).status(), address).toBe(200);
      expect((await request.get(`/reference/${list}/no-such`)).status()).toBe(404);
    });
  }

  test('the page about accuracy has the measured figures', async ({ page }) => {
    await page.goto('/reference');
    await page.getByRole('main').getByRole('link', { name: 'Accuracy' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accuracy');
    await expect(page.getByRole('table').first()).toContainText('375,864 of 375,865');
  });

  test('the page about privacy says how to check it', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Local only' }).click();
    await page.getByRole('link', { name: 'More about privacy' }).click();
    await expect(page).toHaveURL('/privacy');
    await expect(page.getByRole('region', { name: 'Check it yourself' })).toContainText('Network panel');
  });

  test('the tables tell the meaning and unit of their columns', async ({ page }) => {
    await page.goto('/reference');
    await page.getByRole('link', { name: 'Tables and views' }).click();
    await page
      .getByRole('navigation', { name: 'Tables and views' })
      .getByRole('link', { name: 'stage_runs' })
      .click();
    await expect(page).toHaveURL('/reference/tables#stage_runs');
    const row = page.getByRole('region', { name: 'stage_runs' }).getByRole('row', { name: /^tail_ms/ });
    await expect(row).toContainText('BIGINT, ms');
    await expect(row).toContainText('only slow tasks ran');
  });

  test.describe('without a page', () => {
    test.use({ expectedErrors: [/status of 404/] });

    test('a problem that is not known says so', async ({ page }) => {
      expect((await page.goto('/reference/no-such-problem'))?.status()).toBe(404);
      await expect(page).toHaveTitle('Page not found · Shufflescope');
      await expect(page.getByRole('link', { name: 'Go to the start page' })).toBeVisible();
    });

    test('a rule that is not known says so', async ({ page }) => {
      expect((await page.goto('/reference/rules/no-such-rule'))?.status()).toBe(404);
      await expect(page).toHaveTitle('Page not found · Shufflescope');
    });
  });

  test('pages can be read without scripts', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await page.goto('/reference/task-skew');
    await expect(page.getByRole('heading', { name: 'How it is found' })).toBeVisible();
    await page.goto('/reference/rules');
    await expect(page.getByRole('link', { name: 'withColumn() in a loop' })).toBeVisible();
    await context.close();
  });

  test('pages come without style attributes, which their policy would drop', async ({ request }) => {
    for (const address of pages) {
      expect(await (await request.get(address)).text(), address).not.toMatch(/<[^>]+\sstyle=/);
    }
  });
});
