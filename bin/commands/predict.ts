import type { Prediction } from '#lib/plan/prediction.ts';
import { type LineageEvent, lineageEvents } from '#lib/pyspark/lineage-events.ts';
import { predictProject } from '#lib/pyspark/predict.ts';
import { answerBatch } from '../batch.ts';
import { UsageError } from '../errors.ts';
import { parseOptions } from '../parse-options.ts';
import { confOf, PLAN_OPTIONS, type PlanOptions, predictOptions } from '../plan-options.ts';
import { printPrediction } from '../print-prediction.ts';
import { readProgram } from '../read-sources.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  batch: { type: 'string' },
  lineage: { type: 'string' },
  ...PLAN_OPTIONS,
} as const;

interface Request extends PlanOptions {
  readonly path: string;
}

export async function predict(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (values.batch !== undefined) {
    await answerBatch(values.batch, (request) => predicted(requestOf(request)));
    return 0;
  }
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0)
    throw new UsageError('predict takes one file, notebook or folder');
  const { catalog, spark, cores, conf, lineage } = values;
  if (lineage !== undefined && lineage !== 'openlineage')
    throw new UsageError(`--lineage takes openlineage, not "${lineage}"`);
  const request = { path, catalog, spark, cores, conf: confOf(conf) };
  if (lineage !== undefined) {
    for (const event of await events(request)) process.stdout.write(`${JSON.stringify(event)}\n`);
    return 0;
  }
  const prediction = await predicted(request);
  process.stdout.write(
    values.json ? `${JSON.stringify(prediction, null, 1)}\n` : printPrediction(prediction),
  );
  return 0;
}

async function predicted({ path, ...options }: Request): Promise<Prediction> {
  const checked = await predictOptions(options);
  const { sources, main } = await readProgram(path);
  return predictProject(sources, main, checked);
}

async function events({ path, ...options }: Request): Promise<readonly LineageEvent[]> {
  const checked = await predictOptions(options);
  const { sources, main } = await readProgram(path);
  return lineageEvents(sources, main, checked, new Date().toISOString());
}

function requestOf(request: Readonly<Record<string, unknown>>): Request {
  const { path, catalog, spark, cores, conf } = request;
  if (typeof path !== 'string') throw new UsageError('"path" must be a path');
  return {
    path,
    catalog: typeof catalog === 'string' ? catalog : undefined,
    spark: typeof spark === 'string' ? spark : undefined,
    cores,
    conf: Object.fromEntries(Object.entries(conf ?? {}).map(([key, value]) => [key, String(value)])),
  };
}
