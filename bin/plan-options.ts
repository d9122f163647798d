import { readFile } from 'node:fs/promises';
import { UserError } from '#lib/base/assert.ts';
import { readCatalogJson } from '#lib/catalog/catalog-json.ts';
import { type Catalog, SPARK_VERSIONS, type SparkVersion } from '#lib/plan/settings.ts';
import type { PredictOptions } from '#lib/pyspark/predict.ts';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import { UnreadableInput, UsageError } from './errors.ts';

/** Options of every command over programs: what is known of the sources, and which Spark runs with which settings. */
export const PLAN_OPTIONS = {
  catalog: { type: 'string' },
  spark: { type: 'string' },
  cores: { type: 'string' },
  conf: { type: 'string', multiple: true },
} as const;

/** As given on the command line, or in a request of a batch. */
export interface PlanOptions {
  readonly catalog?: string | undefined;
  readonly spark?: string | undefined;
  /** A number from 1, also as text. */
  readonly cores?: unknown;
  readonly conf?: Readonly<Record<string, string>>;
}

const DEFAULT_CORES = 4;

export async function predictOptions({ catalog, spark, cores, conf }: PlanOptions): Promise<PredictOptions> {
  return {
    settings: { spark: versionOf(spark), cores: coresOf(cores ?? DEFAULT_CORES), conf: conf ?? {} },
    catalog: catalog === undefined ? {} : await catalogOf(catalog),
    language: await loadPython(nodeWasmFiles()),
    loadSql: () => import('#lib/pyspark/sql/parse-sql.ts'),
  };
}

/** Settings from the texts of --conf. */
export function confOf(texts: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map(settingOf));
}

function settingOf(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--conf takes KEY=VALUE, not "${text}"`);
  return [text.slice(0, at), text.slice(at + 1)];
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

/** One catalog serves many requests of a batch. */
const catalogs = new Map<string, Promise<Catalog>>();

function catalogOf(path: string): Promise<Catalog> {
  const known = catalogs.get(path) ?? readCatalog(path);
  catalogs.set(path, known);
  return known;
}

async function readCatalog(path: string): Promise<Catalog> {
  try {
    return readCatalogJson(await readFile(path, 'utf8'));
  } catch (error) {
    const hint = error instanceof UserError ? error.hint : undefined;
    throw new UnreadableInput(`${path}: no catalog (${(error as Error).message})`, hint);
  }
}
