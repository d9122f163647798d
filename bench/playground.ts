import { type Browser, chromium, type Page } from '@playwright/test';

const STROKES = 40;

/** From a key stroke to diagnostics and graph data, and to the painted graph, in a tab: the times that a person feels. */
export async function playgroundBench(url: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  console.log(
    '\nplayground            lines  nodes    prediction p50/p95      checked p50/p95      painted p50/p95',
  );
  for (const { name, text } of [
    { name: 'one pipeline', text: pipeline(100) },
    { name: 'a hundred nodes', text: program(9, 0) },
    { name: 'a long program', text: program(9, 880) },
    { name: 'a very long program', text: program(30, 4500) },
  ])
    await measure(browser, url, name, text);
  await browser.close();
}

async function measure(browser: Browser, url: string, name: string, text: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url.replace(/\/$/, '')}/playground`);
  const editor = page.getByRole('region', { name: 'Code' }).getByRole('textbox');
  await page.locator('.react-flow__node-operator').first().waitFor();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await editor.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
  await page.waitForTimeout(4000);
  // In the number of a filter in the middle of the program: each stroke changes the plan.
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 6; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const times = { predicted: [] as number[], checked: [] as number[], painted: [] as number[] };
  for (let stroke = 0; stroke < STROKES; stroke++) {
    const stroked = await oneStroke(page, stroke % 2 === 0 ? '7' : 'Backspace');
    times.predicted.push(stroked.predicted);
    times.checked.push(stroked.checked);
    times.painted.push(stroked.painted);
  }
  const nodes = await page.locator('.react-flow__node-operator').count();
  const columns = [
    name.padEnd(20),
    String(text.split('\n').length).padStart(6),
    String(nodes).padStart(6),
    ...[times.predicted, times.checked, times.painted].map((each) => spread(each).padStart(20)),
  ];
  console.log(columns.join(' '));
  await page.close();
}

interface Stroke {
  readonly predicted: number;
  readonly checked: number;
  readonly painted: number;
}

async function oneStroke(page: Page, key: string): Promise<Stroke> {
  await page.evaluate(() => performance.clearMarks());
  await page.keyboard.press(key);
  const marks = ['program-predicted', 'program-checked', 'graph-painted'];
  await page.waitForFunction(
    (names) => names.every((name) => performance.getEntriesByName(`shufflescope:${name}`).length > 0),
    marks,
    { timeout: 30_000 },
  );
  return page.evaluate(() => {
    const at = (name: string): number =>
      performance.getEntriesByName(`shufflescope:${name}`).at(-1)?.startTime ?? Number.NaN;
    const edited = at('program-edited');
    return {
      predicted: at('program-predicted') - edited,
      checked: at('program-checked') - edited,
      painted: at('graph-painted') - edited,
    };
  });
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
  return `${at(0.5)} / ${at(0.95)} ms`;
}

const HEAD = `from pyspark.sql import SparkSession, functions as F
spark = SparkSession.builder.getOrCreate()
source = spark.read.schema("id bigint, customer_id bigint, country string, amount double").parquet("lake/source")
people = spark.read.schema("customer_id bigint, segment string").parquet("lake/people")


source = source.where(F.col("amount") > 1)
`;

/** One action over a chain of that many steps. */
function pipeline(steps: number): string {
  const lines = Array.from(
    { length: steps },
    (_, n) => `step = step.withColumn("c${n}", F.col("amount") * ${n})`,
  );
  return `${HEAD}step = source\n${lines.join('\n')}\nstep.groupBy("country").agg(F.sum("c3")).write.parquet("out")\n`;
}

/** That many actions with a join and a grouping each, among so many lines of other code. */
function program(actions: number, lines: number): string {
  const between = Math.floor(lines / actions);
  const blocks = Array.from({ length: actions }, (_, n) => {
    const plain = Array.from(
      { length: between },
      (_, line) => `value_${n}_${line} = ${line} + ${n}  # plain Python`,
    );
    return `joined_${n} = source.join(people.hint("merge"), "customer_id").where(F.col("amount") > ${n})
totals_${n} = joined_${n}.groupBy("segment").agg(F.sum("amount").alias("total"))
totals_${n}.write.mode("overwrite").parquet("out/${n}")
${plain.join('\n')}
`;
  });
  return HEAD + blocks.join('\n');
}
