import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { toBase64url } from '#lib/share/codec/base64url.ts';
import { pack } from '#lib/share/codec/pack.ts';
import { writeLink } from '#lib/share/link.ts';
import { aboutLink, STATES } from '#lib/share/testing.ts';
import { CURRENT_VERSION } from '#lib/share/upgraders.ts';
import { expect, test } from './fixtures.ts';
import { openRun, showView } from './open.ts';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks.ts';
import { openPlayground, PRELUDE, partsOf, paste } from './playground.ts';

const RUN = 'public/samples/skewed-join.zstd';

const fragmentOf = (state: (typeof STATES)[keyof typeof STATES]) =>
  writeLink({ ...aboutLink, state }).fragment;

/** The address that the dialog would copy. */
async function offeredLink(page: Page): Promise<string> {
  const link = page.getByRole('dialog').getByRole('link', { name: 'See what others will see' });
  return (await link.getAttribute('href')) ?? '';
}

test.describe('a link to a run', () => {
  test('shows before it leaves what it holds, without names, and opens elsewhere', async ({ page }) => {
    await openRun(page, RUN);
    await page.getByRole('button', { name: 'Share', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Share this run' });
    const content = dialog.getByRole('region', { name: 'Content of the link' });
    await expect(content).toContainText('"kind": "analysis"');
    await expect(content).not.toContainText('nightly-orders');
    await expect(dialog).toContainText(/KiB as text, .* compressed in the link/);
    for (const name of ['Application and user names', 'Hosts', 'Paths', 'Values of settings', 'Literals'])
      await expect(dialog.getByRole('switch', { name })).toBeChecked();
    await expectAccessible(page);

    await dialog.getByRole('switch', { name: 'Application and user names' }).click();
    await expect(content).toContainText('nightly-orders');
    const address = await offeredLink(page);
    expect(address).toContain('/shared#s=');

    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('nightly-orders');
    await expect(page).toHaveTitle('nightly-orders · Shared · Shufflescope');
    await expect(page.getByRole('main')).toContainText('The sender hid: hosts, paths');
    await expect(page.getByRole('heading', { name: 'Evidence' }).first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page, [320, 1280]);
  });

  test('can be to one insight', async ({ page }) => {
    await openRun(page, RUN);
    await showView(page, 'Insights');
    const evidence = page.getByRole('region', { name: 'Evidence' });
    const figure = await evidence.locator('dd').first().textContent();
    await page.getByRole('main').getByRole('button', { name: 'Share', exact: true }).last().click();
    await expect(page.getByRole('dialog', { name: 'Share this insight' })).toBeVisible();
    await page.goto(await offeredLink(page));
    await expect(page.getByRole('region', { name: 'Evidence' })).toContainText(figure ?? 'no figure');
    await page.getByRole('button', { name: 'Make it mine' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save JSON' }).click();
    const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(saved).toMatchObject({ format: 'shufflescope-insight', version: 1 });
  });

  test('becomes a report that opens without a network and without scripts', async ({ page, browser }) => {
    await openRun(page, RUN);
    await page.keyboard.press('y');
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Save HTML' }).click();
    const html = await readFile(await (await download).path(), 'utf8');
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const report = await context.newPage();
    await report.setContent(html);
    await expect(report.getByRole('heading', { name: 'Insights' })).toBeVisible();
    await expect(report.getByRole('rowheader').first()).toBeVisible();
    await context.close();
  });
});

test.describe('a link from one place to the same place elsewhere', () => {
  test('a program arrives without its literals and paths, plans alike, and takes nothing away', async ({
    page,
  }) => {
    const { exchanges, editor } = await openPlayground(page);
    await paste(
      page,
      `${PRELUDE}people = spark.read.parquet("s3a://acme/people")
vip = orders.where("amount > 100 and country = 'Utopia'").where(F.col("country") != "Atlantis")  # ask Ann
vip.join(people.hint("merge"), "customer_id").write.parquet("out")
`,
    );
    const planned = [/hash\(customer_id\)/, /hash\(customer_id\)/];
    await expect(exchanges).toHaveText(planned);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this program' });
    const content = dialog.getByRole('region', { name: 'Content of the link' });
    await expect(content).toContainText('amount > 100');
    await expect(content).not.toContainText(/Utopia|Atlantis|acme|Ann/);
    const address = await offeredLink(page);
    await page.goto(address);
    await expect(page.getByRole('main')).toContainText('The sender hid: application and user names');
    await page.getByRole('button', { name: 'Make it mine' }).click();

    const note = page.getByRole('status').filter({ hasText: 'Opened from a link' });
    await expect(note).toContainText('literals');
    await expect(page).toHaveURL(/\/playground$/);
    await expect(exchanges).toHaveText(planned);
    await expect(editor).toContainText('path-1');
    await expectAccessible(page, ['light']);
    await note.getByRole('button', { name: 'Back to what you had' }).click();
    await expect(editor).toContainText('Atlantis');
    await expect(note).toBeHidden();

    // Cut on its way: nothing of what is there goes.
    await page.goto(`/playground${new URL(address).hash.slice(0, 80)}`);
    const problem = page.getByRole('status').filter({ hasText: 'This link was cut or changed on its way' });
    await expect(problem).toContainText('Nothing was changed here');
    await expect(editor).toContainText('Atlantis');
    await page.goto(`/playground#${fragmentOf(STATES.simulator)}`);
    await expect(page.getByRole('status').filter({ hasText: 'This link shows a simulation' })).toBeVisible();
    await expect(partsOf(page).editor).toContainText('Atlantis');
  });

  test('a simulation arrives with its baseline as one step, and its keys without their names', async ({
    page,
  }) => {
    await page.goto(`/simulator#${fragmentOf(STATES.simulator)}`);
    const partitions = page.getByRole('textbox', { name: 'Shuffle partitions' });
    await expect(partitions).toHaveValue('64');
    await expect(page.getByText('Since the baseline:')).toBeVisible();
    await expect(page).toHaveURL(/shufflePartitions=64/);
    const reset = page.getByRole('button', { name: 'Undo' });
    await reset.click();
    await expect(partitions).toHaveValue('200');
    await page.getByRole('button', { name: 'Redo' }).click();

    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this simulation' });
    const content = dialog.getByRole('region', { name: 'Content of the link' });
    await expect(content).toContainText('"weights": "90 6 4"');
    await expect(content).not.toContainText('Ann Lee');
    await expect(dialog.getByRole('switch')).toHaveCount(1);
    await dialog.getByRole('switch', { name: 'Literals' }).click();
    await expect(content).toContainText('Ann Lee');
    const address = await offeredLink(page);
    await page.goto(address);
    await expect(page.getByRole('row', { name: 'Adaptive execution off on on' })).toBeVisible();
    await page.getByRole('button', { name: 'Make it mine' }).click();
    const note = page.getByRole('status').filter({ hasText: 'Opened from a link' });
    await expect(partitions).toHaveValue('64');
    await note.getByRole('button', { name: 'Back to what you had' }).click();
    await expect(partitions).toHaveValue('200');
    await expect(page.getByText('Since the baseline:')).toBeHidden();

    await page.goto(`/simulator${new URL(address).hash.slice(0, 60)}`);
    await expect(page.getByRole('status').filter({ hasText: 'Nothing was changed here' })).toBeVisible();
    await expect(partitions).toHaveValue('200');
  });
});

test.describe('links of every kind', () => {
  const shown = {
    analysis: ['nightly-orders', '412, 2 failed', 'Task skew in stage 7'],
    insight: ['Task skew in stage 7', 'longest task', 'Salt the key'],
    playground: ['main.py, which is run', 'spark.read.parquet', 'spark.sql.shuffle.partitions'],
    simulator: ['Shuffle partitions', '64', 'zstd'],
    scenario: ['Scenario “skewed join”', 'Step 3'],
  } as const;
  for (const [kind, texts] of Object.entries(shown)) {
    test(`${kind}: opens read-only, with the question of its sender`, async ({ page }) => {
      await page.goto(`/shared#${fragmentOf(STATES[kind as keyof typeof shown])}`);
      for (const text of [...texts, 'Why is stage 7 slow?', 'made on 2026-11-21'])
        await expect(page.getByRole('main')).toContainText(text);
      await expect(page.getByRole('button', { name: 'Make it mine' })).toBeVisible();
      await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page, [320]);
    });
  }

  test('say nothing to the server', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await page.goto(`/shared#${fragmentOf(STATES.analysis)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('nightly-orders');
    await page.waitForLoadState('networkidle');
    const payload = fragmentOf(STATES.analysis).slice(4, 60);
    expect(asked.filter((each) => !each.includes('#') && each.includes(payload))).toEqual([]);
  });
});

test.describe('links that are not as they were made', () => {
  const whole = fragmentOf(STATES.analysis);
  const cut = whole.slice(0, whole.length * 0.8);

  test('an old one opens as ever', async ({ page }) => {
    const fragment = `s=1.${toBase64url(pack(JSON.stringify(STATES.insight)))}`;
    await page.goto(`/shared#${fragment}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('nightly-orders');
    await expect(page.getByRole('alert').filter({ hasText: 'link' })).toHaveCount(0);
  });

  test('a cut one says so and shows what could be saved', async ({ page }) => {
    await page.goto(`/shared#${cut}`);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('This link was cut or changed on its way');
    await expect(alert).toContainText('Figures in it may be wrong');
    await expect(page.getByRole('heading', { name: 'Figures' })).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save its text' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('nightly-orders');
  });

  test('a newer one says which version it is of, and shows what is understood', async ({ page }) => {
    const version = CURRENT_VERSION + 1;
    const newer = { ...aboutLink, state: STATES.scenario, more: true };
    await page.goto(`/shared#s=${version}.${toBase64url(pack(JSON.stringify(newer)))}`);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(`The link has format ${version}`);
    await expect(page.getByRole('main')).toContainText('Step 3');
  });

  for (const [fragment, title] of [
    ['', 'This address holds nothing to show'],
    ['#s=2.AAAA', 'This link was cut or changed on its way'],
    ['#hello', 'This is not a link of Shufflescope'],
  ] as const) {
    test(`"${fragment}" has a page of its own`, async ({ page }) => {
      await page.goto(`/shared${fragment}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expectAccessible(page);
    });
  }
});

test.describe('inside of another page', () => {
  test('the answer stays hidden until it is asked for', async ({ page }) => {
    await page.goto(`/embed#${fragmentOf(STATES.insight)}`);
    const main = page.getByRole('main');
    await expect(main).toContainText('Why is stage 7 slow?');
    await expect(main.getByRole('region', { name: 'Evidence' })).toBeVisible();
    await expect(main).not.toContainText('One key has most rows.');
    await expect(main).not.toContainText('Salt the key');
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await expect(main).toContainText('One key has most rows.');
    await expect(main).toContainText('Salt the key');
  });

  test('a program and a simulation are there to be read', async ({ page }) => {
    await page.goto(`/embed#${fragmentOf(STATES.playground)}`);
    await expect(page.getByRole('main')).toContainText('spark.read.parquet');
    await page.goto(`/embed#${fragmentOf(STATES.simulator)}`);
    await expect(page.getByRole('main')).toContainText('Shuffle partitions');
  });

  test('it may stand in a frame, and no other page may', async ({ request }) => {
    const policy = async (path: string) => (await request.get(path)).headers()['content-security-policy'];
    expect(await policy('/embed')).toContain('frame-ancestors *');
    for (const path of ['/', '/shared', '/analyze'])
      expect(await policy(path)).toContain("frame-ancestors 'none'");
  });
});
