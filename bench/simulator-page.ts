import { chromium, type Page } from '@playwright/test';

const PASSES = 12;
const MOVES = 14;
/** Around 2,000 partitions, as shares of the slider of 1 to 10,000. */
const [FROM, TO] = [0.8, 0.86];

interface Repaint {
  /** From the turn of the knob to figures and partitions of that value, or of a later one, on the screen. */
  readonly ms: number;
}

/** How long the pictures take to follow a slider that is dragged, in a tab: the time that a person feels. */
export async function simulatorPageBench(url: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url.replace(/\/$/, '')}/simulator#shufflePartitions=2000`);
  await page.locator('[data-total="tasks"]').waitFor();
  await page.waitForTimeout(2000);
  const repaints: Repaint[] = [];
  // The first pass warms up.
  for (let pass = 0; pass <= PASSES; pass++) {
    const found = await drag(page);
    if (pass > 0) repaints.push(...found);
  }
  const sorted = repaints.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  console.log(
    `\nsimulator page: dragging the partitions around 2,000, repainted after ${at(0.5)} ms median, ${at(0.95)} ms at 95 % (${sorted.length} turns)`,
  );
  await browser.close();
}

/** One slow sweep to the right: values only rise, so whatever is painted later holds what was asked before. */
async function drag(page: Page): Promise<readonly Repaint[]> {
  const box = await page.getByRole('slider', { name: 'Shuffle partitions' }).boundingBox();
  if (!box) throw new Error('the slider of the partitions is not there');
  const x = (share: number) => box.x + 8 + share * (box.width - 16);
  const y = box.y + box.height / 2;
  await page.mouse.move(x(FROM), y);
  await page.mouse.down();
  await page.waitForTimeout(400);
  await page.evaluate(() => performance.clearMarks());
  for (let move = 1; move <= MOVES; move++) {
    await page.mouse.move(x(FROM + ((TO - FROM) * move) / MOVES), y);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await page.waitForTimeout(800);
  return page.evaluate(() => {
    const marks = (name: string) =>
      performance.getEntriesByName(`shufflescope:${name}`).map((mark) => ({
        at: mark.startTime,
        partitions: Number((mark as PerformanceMark).detail),
      }));
    const painted = marks('simulation-painted');
    return marks('knob-turned').flatMap((turned) => {
      const shown = painted.find(({ at, partitions }) => at > turned.at && partitions >= turned.partitions);
      return shown ? [{ ms: shown.at - turned.at }] : [];
    });
  });
}
