import { basename } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { formatBytes } from '#lib/base/format.ts';
import { renderersMemory } from './memory.ts';

interface Log {
  readonly path: string;
  readonly bytes: number;
}

interface Opened {
  /** From handing over the file to all tables and views in DuckDB, ms. */
  readonly tables: number;
  readonly firstInsight: number | undefined;
  readonly checks: number;
  readonly decoded: number;
  readonly memory: number;
}

const RUNS = 3;

/** From a file to all tables, and to insights, in a tab. The best of three runs: the others measure the machine. */
export async function browserBench(url: string, logs: readonly Log[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  console.log(`Chromium ${browser.version()}`);
  console.log(
    '\nlog                         size        JSON        start  tables    MB/s of JSON  checks    peak memory',
  );
  await sample(browser, url);
  for (const log of logs) {
    for (const start of ['warm', 'cold'] as const) {
      const runs: Opened[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await open(browser, url, log, start));
      print(
        log,
        start,
        runs.reduce((best, each) => (each.tables < best.tables ? each : best)),
      );
    }
  }
  await browser.close();
}

/** `warm`: the page had a moment to start the SQL engine, as when a person chooses a file. */
async function open(browser: Browser, url: string, log: Log, start: 'warm' | 'cold'): Promise<Opened> {
  const page = await browser.newPage();
  await page.goto(url);
  if (start === 'warm') await page.waitForTimeout(4000);
  const memory = renderersMemory();
  await page.locator('input[type=file]').first().setInputFiles(log.path);
  await page.waitForFunction(
    () => performance.getEntriesByName('shufflescope:checks-done').length > 0,
    null,
    {
      timeout: 300_000,
      polling: 100,
    },
  );
  const peak = memory.stop();
  const opened = await marks(page);
  await page.close();
  return { ...opened, memory: peak };
}

async function marks(page: Page): Promise<Omit<Opened, 'memory'>> {
  return page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(`shufflescope:${name}`)[0]?.startTime;
    const given = at('files-given') ?? 0;
    const detail = (
      performance.getEntriesByName('shufflescope:tables-ready')[0] as PerformanceMark | undefined
    )?.detail;
    const since = (time: number | undefined) => (time === undefined ? undefined : time - given);
    return {
      tables: since(at('tables-ready')) ?? Number.NaN,
      firstInsight: since(at('first-insight')),
      checks: since(at('checks-done')) ?? Number.NaN,
      decoded: (detail as { bytesDecoded?: number } | null)?.bytesDecoded ?? 0,
    };
  });
}

/** From the click on the first bundled sample to its first insight. */
async function sample(browser: Browser, url: string): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForTimeout(3000);
    const clicked = await page.evaluate(() => performance.now());
    await page.getByRole('button', { name: /^Skewed join/ }).click();
    await page.waitForFunction(() => performance.getEntriesByName('shufflescope:first-insight').length > 0);
    times.push(
      (await page.evaluate(() => performance.getEntriesByName('shufflescope:first-insight')[0]!.startTime)) -
        clicked,
    );
    await page.close();
  }
  console.log(`sample: click to first insight ${Math.round(Math.min(...times))} ms (best of ${RUNS})`);
}

function print(log: Log, start: string, run: Opened): void {
  const columns = [
    basename(log.path).padEnd(26),
    formatBytes(log.bytes).padStart(9),
    formatBytes(run.decoded).padStart(10),
    start.padStart(10),
    `${Math.round(run.tables)} ms`.padStart(9),
    `${Math.round(run.decoded / 1000 / run.tables)}`.padStart(10),
    `${Math.round(run.checks)} ms`.padStart(12),
    formatBytes(run.memory).padStart(12),
  ];
  console.log(columns.join(' '));
}
