import { basename, dirname, join } from 'node:path';
import type { Located } from '#lib/analyzers/code/formats/located.ts';
import { readForRules } from '#lib/analyzers/code/read-program.ts';
import { REGISTRY } from '#lib/analyzers/code/registry.ts';
import type { Rule } from '#lib/analyzers/code/rule.ts';
import { chosenRules, namesRule, type RuleChoice, runRules } from '#lib/analyzers/code/run-rules.ts';
import { cellAt } from '#lib/pyspark/notebook/read-source.ts';
import type { PredictOptions } from '#lib/pyspark/predict.ts';
import { UnreadableInput, UsageError } from '../errors.ts';
import { exitStatus, failOnOf } from '../fail-on.ts';
import { programsBelow } from '../lint-programs.ts';
import { parseOptions } from '../parse-options.ts';
import { confOf, PLAN_OPTIONS, predictOptions } from '../plan-options.ts';
import { LINT_FORMATS, type LintFormat, printLint } from '../print-lint.ts';
import { readProgram } from '../read-sources.ts';

const OPTIONS = {
  format: { type: 'string' },
  json: { type: 'boolean', default: false },
  select: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  ...PLAN_OPTIONS,
} as const;

export async function lint(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (positionals.length === 0) throw new UsageError('lint takes files, notebooks or folders');
  const format = formatOf(values.json ? 'json' : values.format);
  const failOn = failOnOf(values['fail-on']);
  const rules = chosenRules(choiceOf(values));
  const { catalog, spark, cores, conf } = values;
  const options = await predictOptions({ catalog, spark, cores, conf: confOf(conf) });
  const located: Located[] = [];
  const paths = await programsBelow(positionals);
  for (const path of paths) located.push(...(await lintOrSkip(path, rules, options, paths.length === 1)));
  const unique = withoutRepeats(located);
  process.stdout.write(printLint(unique, format, rules));
  const severities = unique.map(({ found }) => found.severity);
  return exitStatus(severities, failOn);
}

/** Among many files one that cannot be read is named, and the others are looked at. */
async function lintOrSkip(
  path: string,
  rules: readonly Rule[],
  options: PredictOptions,
  only: boolean,
): Promise<readonly Located[]> {
  try {
    return await lintOne(path, rules, options);
  } catch (error) {
    if (only || !(error instanceof UnreadableInput)) throw error;
    process.stderr.write(`shufflescope: ${error.message}\n`);
    return [];
  }
}

async function lintOne(
  path: string,
  rules: readonly Rule[],
  options: PredictOptions,
): Promise<readonly Located[]> {
  const { sources, main } = await readProgram(path);
  const context = await readForRules(sources, main, options);
  // A file is read with the modules beside it, a folder by the paths in it.
  const folder = sources.has(basename(path)) ? dirname(path) : path;
  return runRules(context, rules).map((found): Located => {
    const { file, line } = found.where;
    const source = sources.get(file);
    const isCells = source !== undefined && 'cells' in source;
    return {
      found,
      path: join(folder, file).replaceAll('\\', '/'),
      text: isCells ? undefined : source?.text,
      cell: file.endsWith('.ipynb') && source ? cellAt(source, line) : undefined,
    };
  });
}

/** A module that several programs import is looked at with each of them. */
function withoutRepeats(all: readonly Located[]): readonly Located[] {
  const seen = new Map<string, Located>();
  for (const each of all) {
    const key = `${each.path}:${each.found.where.from}:${each.found.rule.id}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

function formatOf(text: string | undefined): LintFormat {
  const known = LINT_FORMATS.find((format) => format === (text ?? 'text'));
  if (!known) throw new UsageError(`--format takes ${LINT_FORMATS.join(', ')}, not "${text}"`);
  return known;
}

function choiceOf(values: {
  readonly select?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
}): RuleChoice {
  const words = (given: readonly string[] | undefined): readonly string[] | undefined =>
    given?.flatMap((each) => each.split(',')).filter((word) => word.trim() !== '');
  const [select, ignore] = [words(values.select), words(values.ignore)];
  for (const word of [...(select ?? []), ...(ignore ?? [])]) {
    if (!REGISTRY.some((rule) => namesRule(word, rule))) throw new UsageError(`there is no rule "${word}"`);
  }
  return { ...(select ? { select } : {}), ...(ignore ? { ignore } : {}) };
}
