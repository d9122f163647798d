import { createAnalyzer } from '#lib/plan/analyze/create-analyzer.ts';
import { interpretProject } from '#lib/pyspark/interpret/interpreter.ts';
import type { PredictOptions, Sources } from '#lib/pyspark/predict.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import { parseModule } from '#lib/pyspark/syntax/parse-module.ts';
import { RuleContext } from './context.ts';
import { callsOfUncalled } from './uncalled-functions.ts';

/**
 * A program as the rules look at it. Functions that nothing in it calls are called once at its end, so that a module of
 * transformations is looked into as well; what stands in those added lines is no part of the program.
 */
export async function readForRules(
  sources: Sources,
  main: string,
  options: PredictOptions,
): Promise<RuleContext> {
  const text = sources.get(main)?.text ?? '';
  const others = [...sources].flatMap(([path, source]) => (path === main ? [] : [source.text]));
  const added = callsOfUncalled(text, parseModule(options.language, text), others);
  const whole = new Map([...sources, [main, { text: text + added }] as const]);
  const first = interpretOnce(whole, main, options, undefined);
  const interpreted = first.wantsSql ? interpretOnce(whole, main, options, await options.loadSql()) : first;
  return new RuleContext({
    program: interpreted.program,
    calls: interpreted.calls,
    files: interpreted.files,
    settings: options.settings,
    catalog: options.catalog,
    isOwn: ({ file, from }) => file !== main || from < text.length || added === '',
  });
}

function interpretOnce(
  sources: Sources,
  main: string,
  options: PredictOptions,
  sql: Awaited<ReturnType<PredictOptions['loadSql']>> | undefined,
) {
  const { language, settings, catalog } = options;
  const calls: SparkCall[] = [];
  const analyzer = createAnalyzer(settings, catalog);
  return { ...interpretProject(sources, main, { language, settings, catalog, analyzer, sql, calls }), calls };
}
