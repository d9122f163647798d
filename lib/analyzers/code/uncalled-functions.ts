import type { FunctionDef, Module, Param, Stmt } from '#lib/pyspark/syntax/ast.ts';
import { originOf } from '#lib/pyspark/syntax/statement-memo.ts';
import { dottedName, nodesInside, walkSyntax } from '#lib/pyspark/syntax/walk.ts';

/** Methods that no other library's frames have: a parameter with one of them is a DataFrame, whatever its name. */
const ONLY_SPARK = new Set([
  'withColumn',
  'withColumns',
  'withColumnRenamed',
  'withColumnsRenamed',
  'selectExpr',
  'groupBy',
  'orderBy',
  'dropDuplicates',
  'unionByName',
  'crossJoin',
  'repartition',
  'sortWithinPartitions',
  'createOrReplaceTempView',
  'toPandas',
  'withWatermark',
]);

/**
 * Lines that call every function of the module that nothing calls: with a session where it wants one, with a table of
 * unknown columns where it wants a DataFrame. What the results are used for is not known, and they say so.
 */
export function callsOfUncalled(text: string, module: Module, others: readonly string[]): string {
  const functions = module.body.filter((stmt): stmt is FunctionDef => stmt.kind === 'function');
  if (functions.length === 0) return '';
  const mentioned = namesIn(module);
  const lines = functions
    .filter((def) => def.decorators.length === 0 && !def.generator)
    .filter((def) => !mentioned.has(def.name) && !others.some((other) => hasWord(other, def.name)))
    .flatMap((def) => {
      const given = def.params.flatMap((param) => argumentFor(param, def, text) ?? []);
      return given.length === 0 && def.params.length > 0
        ? []
        : [`__of_caller__(${def.name}(${given.join(', ')}))`];
    });
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}

function namesIn(module: Module): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of module.body) for (const name of namesOf(originOf(statement))) names.add(name);
  return names;
}

/** By statement: an edit changes one of them. */
const NAMES = new WeakMap<Stmt, ReadonlySet<string>>();

function namesOf(statement: Stmt): ReadonlySet<string> {
  const known = NAMES.get(statement);
  if (known) return known;
  const names = new Set<string>();
  for (const node of [statement, ...walkSyntax(statement)]) if (node.kind === 'name') names.add(node.name);
  NAMES.set(statement, names);
  return names;
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`).test(text);
}

function argumentFor(param: Param, def: FunctionDef, text: string): string | undefined {
  if (param.kind === 'args' || param.kind === 'kwargs') return undefined;
  const type = param.annotation && text.slice(param.annotation.from, param.annotation.to);
  const value = givenFor(param, type, def, text);
  return value && `${param.name}=${value}`;
}

function givenFor(
  param: Param,
  type: string | undefined,
  def: FunctionDef,
  text: string,
): string | undefined {
  if (type !== undefined && /\bSparkSession\b/.test(type)) return 'spark';
  if (type !== undefined && /\bDataFrame\b/.test(type) && !/\b(pd|pandas|pl|polars|ps)\b/.test(type)) {
    if (/from\s+(pandas|polars)\s+import\s.*\bDataFrame\b/.test(text)) return undefined;
    return /\b(list|List|Sequence|Iterable|dict|Dict)\b/.test(type) ? undefined : tableOf(param);
  }
  if (type !== undefined) return undefined;
  if (isSessionOf(param.name, def)) return 'spark';
  return isFrameOf(param.name, def) ? tableOf(param) : undefined;
}

function tableOf(param: Param): string {
  return `spark.table("${param.name} of the caller")`;
}

/** `x.read.…`, `x.table(…)`, `x.sql(…)` on a parameter. */
function isSessionOf(name: string, def: FunctionDef): boolean {
  return methodsOn(name, def).some(
    (method) => method === 'read' || method === 'readStream' || method === 'sql',
  );
}

function isFrameOf(name: string, def: FunctionDef): boolean {
  return methodsOn(name, def).some((method) => ONLY_SPARK.has(method));
}

/** Attributes of the name itself and of what calls on it give. */
function methodsOn(name: string, def: FunctionDef): readonly string[] {
  const found: string[] = [];
  for (const stmt of def.body) {
    for (const node of [stmt, ...walkSyntax(stmt)]) {
      if (node.kind !== 'attribute') continue;
      if (dottedName(node.object) === name || chainRoot(node.object) === name) found.push(node.name);
    }
  }
  return found;
}

function chainRoot(node: object): string | undefined {
  let at = node as { kind?: string; name?: string };
  while (at.kind === 'call' || at.kind === 'attribute') {
    const [first] = nodesInside(at);
    if (first === undefined) return undefined;
    at = first as typeof at;
  }
  return at.kind === 'name' ? at.name : undefined;
}
