import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import { runCase } from '#lib/simulator/cases/run-case.ts';
import { answerBatch } from '../batch.ts';
import { UnreadableInput, UsageError } from '../errors.ts';
import { parseOptions } from '../parse-options.ts';

/** Answers are JSON in any case. */
const OPTIONS = { json: { type: 'boolean', default: false } } as const;

/** Cases in, one JSON object a line; Spark's answers by its own rules out. */
export async function simulate(args: readonly string[]): Promise<number> {
  const { positionals } = parseOptions(args, OPTIONS);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('simulate takes one file of cases');
  const { caseKinds } = await import('../simulate/kinds.ts');
  const kinds = caseKinds(await loadPython(nodeWasmFiles()));
  const { answered, failed } = await answerBatch(path, (request) => ({ output: runCase(request, kinds) }));
  const [first] = failed;
  if (first === undefined) return 0;
  const said = `line ${first.line}: ${first.error}`;
  if (answered === 0) throw new UnreadableInput(`${path}: no line is a case; ${said}`, CASE_HINT);
  process.stderr.write(`${path}: ${failed.length} of ${answered + failed.length} lines failed; ${said}\n`);
  return 0;
}

const CASE_HINT =
  'A case is one line of JSON: {"id": "a", "kind": "round-robin", "spark": "4.3", "input": {…}}';
