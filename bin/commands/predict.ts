import { readFile } from 'node:fs/promises';
import type { Prediction } from '#lib/plan/prediction.ts';
import { type Catalog, type PlanSettings, SPARK_VERSIONS, type SparkVersion } from '#lib/plan/settings.ts';
import { predictProject } from '#lib/pyspark/predict.ts';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import { answerBatch } from '../batch.ts';
import { UnreadableInput, UsageError } from '../errors.ts';
import { parseOptions } from '../parse-options.ts';
import { printPrediction } from '../print-prediction.ts';
import { readProgram } from '../read-sources.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  batch: { type: 'string' },
  catalog: { type: 'string' },
  spark: { type: 'string' },
  cores: { type: 'string' },
  conf: { type: 'string', multiple: true },
} as const;

interface Request {
  readonly path: string;
  readonly catalog: string | undefined;
  readonly spark: string | undefined;
  readonly cores: number;
  readonly conf: Readonly<Record<string, string>>;
}

const DEFAULT_CORES = 4;

export async function predict(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (values.batch !== undefined) {
    await answerBatch(values.batch, (request) => predicted(requestOf(request)));
    return 0;
  }
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0)
    throw new UsageError('predict takes one file, notebook or folder');
  const prediction = await predicted({
    path,
    catalog: values.catalog,
    spark: values.spark,
    cores: coresOf(values.cores ?? DEFAULT_CORES),
    conf: Object.fromEntries((values.conf ?? []).map(confOf)),
  });
  process.stdout.write(
    values.json ? `${JSON.stringify(prediction, null, 1)}\n` : printPrediction(prediction),
  );
  return 0;
}

async function predicted({ path, catalog, spark, cores, conf }: Request): Promise<Prediction> {
  const { sources, main } = await readProgram(path);
  const settings: PlanSettings = { spark: versionOf(spark), cores, conf };
  return predictProject(sources, main, {
    language: await loadPython(nodeWasmFiles()),
    settings,
    catalog: catalog === undefined ? {} : await catalogOf(catalog),
    loadSql: () => import('#lib/pyspark/sql/parse-sql.ts'),
  });
}

function requestOf(request: Readonly<Record<string, unknown>>): Request {
  const { path, catalog, spark, cores, conf } = request;
  if (typeof path !== 'string') throw new UsageError('"path" must be a path');
  return {
    path,
    catalog: typeof catalog === 'string' ? catalog : undefined,
    spark: typeof spark === 'string' ? spark : undefined,
    cores: coresOf(cores ?? DEFAULT_CORES),
    conf: Object.fromEntries(Object.entries(conf ?? {}).map(([key, value]) => [key, String(value)])),
  };
}

function versionOf(spark: string | undefined): SparkVersion {
  if (spark === undefined) return SPARK_VERSIONS.at(-1)!;
  const known = SPARK_VERSIONS.find((version) => version === spark);
  if (!known) throw new UsageError(`--spark takes ${SPARK_VERSIONS.join(', ')}, not "${spark}"`);
  return known;
}

function coresOf(cores: unknown): number {
  const number = Number(cores);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--cores takes a number from 1, not "${cores}"`);
  return number;
}

function confOf(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--conf takes KEY=VALUE, not "${text}"`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** One catalog serves many requests of a batch. */
const catalogs = new Map<string, Promise<Catalog>>();

function catalogOf(path: string): Promise<Catalog> {
  const known = catalogs.get(path) ?? readCatalog(path);
  catalogs.set(path, known);
  return known;
}

async function readCatalog(path: string): Promise<Catalog> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Catalog;
  } catch (error) {
    throw new UnreadableInput(`${path}: no catalog (${(error as Error).message})`);
  }
}
