import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PredictOptions } from '#lib/pyspark/predict.ts';
import { predictProject } from '#lib/pyspark/predict.ts';
import { predictSteps, readProject } from '#lib/pyspark/predict-program.ts';
import { PredictionMemo } from '#lib/pyspark/prediction-memo.ts';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython, PythonDocument } from '#lib/pyspark/syntax/parser.ts';
import { longProgram } from './long-program.ts';

const WARM_UP = 15;
const RUNS = 40;
/** What somebody types, a character after the other. */
const TYPED = '    out = out.withColumn("gross", F.col("order_id") * 2)\n';

/** How long a program of `lines` lines takes from text to prediction, and again after each character typed into it. */
export async function predictBench(lines = 1000): Promise<void> {
  const options = await predictOptions();
  const text = longProgram(lines);
  const predict = async (source: string): Promise<number> => {
    const start = performance.now();
    await predictProject(new Map([['main.py', { text: source }]]), 'main.py', options);
    return performance.now() - start;
  };
  for (let i = 0; i < WARM_UP; i++) await predict(text);
  const whole: number[] = [];
  for (let i = 0; i < RUNS; i++) whole.push(await predict(text));
  const middle = text.indexOf('\n', text.indexOf('out = orders.filter', text.length / 2)) + 1;
  const document = new PythonDocument(options.language, text);
  const memo = new PredictionMemo();
  const edit = async (from: number, typed: string): Promise<number> => {
    const start = performance.now();
    if (typed !== '') document.edit({ from, to: from, text: typed });
    const source = { text: document.text, document };
    const { program } = await readProject(new Map([['main.py', source]]), 'main.py', options);
    predictSteps(program, options, memo);
    return performance.now() - start;
  };
  await edit(0, '');
  const edits: number[] = [];
  for (const [n, character] of [...TYPED].entries()) edits.push(await edit(middle + n, character));
  console.log(
    `predict, ${lines} lines: ${summary(whole)}; after each of ${TYPED.length} characters: ${summary(edits)}`,
  );
}

/** Every Python file of a folder, each by itself: how many, which throw, the slowest. */
export async function robustnessBench(folder: string): Promise<void> {
  const options = await predictOptions();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.py'),
  );
  let slowest = { ms: 0, file: '' };
  const thrown: string[] = [];
  for (const file of files) {
    const start = performance.now();
    try {
      const text = readFileSync(join(folder, file), 'utf8');
      await predictProject(new Map([['main.py', { text }]]), 'main.py', options);
    } catch (error) {
      thrown.push(`${file}: ${error}`);
    }
    const ms = performance.now() - start;
    if (ms > slowest.ms) slowest = { ms, file };
  }
  console.log(
    `${files.length} Python files: ${thrown.length} threw, slowest ${slowest.ms.toFixed(0)} ms (${slowest.file})`,
  );
  for (const each of thrown) console.log(`  ${each}`);
}

async function predictOptions(): Promise<PredictOptions> {
  const catalog = new URL('../golden/predict/catalog.json', import.meta.url);
  return {
    language: await loadPython(nodeWasmFiles()),
    catalog: JSON.parse(readFileSync(catalog, 'utf8')),
    settings: { spark: '4.3', cores: 4, conf: {} },
    loadSql: () => import('#lib/pyspark/sql/parse-sql.ts'),
  };
}

function summary(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1)} ms`;
  return `median ${at(0.5)}, p95 ${at(0.95)}`;
}
