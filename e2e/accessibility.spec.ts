import { zipOf } from '#lib/eventlog/discover/testing.ts';
import { runText } from '#lib/testing/run-text.ts';
import { expect, test } from './fixtures.ts';
import { browse, checked, made, openRun, showView, VIEWS } from './open.ts';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks.ts';

const BOTH = ['light', 'dark'] as const;

const routes = {
  '/': BOTH,
  '/analyze': BOTH,
  '/simulator': ['light'], // with runs in simulator.spec.ts
  '/no-such-page': BOTH,
  '/reference': BOTH,
  '/reference/task-skew': BOTH,
  '/reference/rules': BOTH,
  '/reference/rules/empty-subset': BOTH,
  '/reference/tables': ['dark'], // so long that looking takes its time
  '/reference/tables/stage_runs': BOTH,
  '/reference/settings': BOTH,
  '/reference/settings/spark.sql.shuffle.partitions': BOTH,
  '/reference/operations': BOTH,
  '/reference/operations/join': BOTH,
  '/reference/containers': BOTH,
  '/reference/containers/lz4': BOTH,
  '/privacy': BOTH,
  '/accuracy': BOTH,
} as const;

/** Lost files, two stage retries, failed tasks, several insights. */
const RUN = 'golden/eventlogs/logs/stage-retry-lost-files.bad.s43/local-1795249711984.lzf';

const [PHONE, DESK] = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];

test.use({ expectedErrors: [/status of 404/] });

for (const [route, themes] of Object.entries(routes)) {
  test(`${route} is accessible in every theme, and does not scroll sideways, however narrow`, async ({
    page,
  }) => {
    await page.goto(route);
    await expectAccessible(page, themes);
    await expectNoSidewaysScroll(page, [320, 360, 768, 1280]);
  });
}

for (const [keys, name] of [
  ['Control+k', 'Command palette'],
  ['?', 'Keyboard shortcuts'],
] as const) {
  test(`the dialog "${name}" has no serious accessibility problem`, async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await expectAccessible(page, ['light']);
  });
}

test.describe('a run', () => {
  for (const [theme, size] of [
    ['light', DESK],
    ['dark', PHONE],
  ] as const) {
    test(`is accessible in every view, ${theme} and ${size.width} px wide`, async ({ page }) => {
      await page.setViewportSize(size);
      await openRun(page, RUN);
      for (const view of VIEWS) {
        await showView(page, view);
        await expectAccessible(page, [theme]);
        await expectNoSidewaysScroll(page, [size.width, 320]);
        await page.setViewportSize(size);
      }
      await showView(page, 'Stages');
      await page.getByRole('grid', { name: 'Stages' }).getByRole('row').nth(1).click();
      await expect(page.getByRole('region', { name: 'Operators that ran here' })).toBeVisible();
      await expectAccessible(page, [theme]);
      await expectNoSidewaysScroll(page, [size.width, 320]);
    });
  }

  test('is accessible before it is open: nothing found, several found, something missing', async ({
    page,
  }) => {
    await page.setViewportSize(PHONE);
    await page.goto('/analyze');
    await browse(page, made('notes.txt', 'Monday: slow again\n'));
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page, [360]);

    const run = (id: string) =>
      runText(`app nightly  id ${id}\njob 0\n  stage 0  tasks 3  ms 100\nwithout JobEnd`);
    await browse(page, made('two.zip', await zipOf({ 'app-1': run('app-1'), 'app-2': run('app-2') })));
    const list = page.getByRole('list', { name: 'Applications in the files' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page, [360]);

    await list.getByRole('button').first().click();
    await checked(page);
    await page.getByRole('button', { name: 'Details' }).click();
    await expect(page.getByRole('dialog').getByText('job ends missing')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page, [360]);
  });
});
