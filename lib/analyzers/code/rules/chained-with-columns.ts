import type { Attribute } from '#lib/plan/expression/expression.ts';
import { references } from '#lib/plan/expression/traverse.ts';
import type { CallExpr } from '#lib/pyspark/syntax/ast.ts';
import type { RuleContext } from '../context.ts';
import type { FrameCall } from '../facts/loops.ts';
import type { Fix, Rule } from '../rule.ts';

/** Fewer in a row read well as they are. */
const MIN_CALLS = 4;

export const chainedWithColumns: Rule = {
  id: 'COL-02',
  name: 'chained-with-columns',
  title: 'many withColumn() in a row that do not build on each other',
  severity: 'low',
  evidence: 'C',
  why: 'Each call analyzes the whole plan again; one withColumns() does it once.',
  notWhen: 'The program is small and reads better this way.',
  options: [
    {
      action: 'One withColumns() with all of them.',
      trade_off: 'The columns of one call cannot use each other.',
      avoid_when: 'Spark older than 3.3 has to run it.',
    },
  ],
  *check(context) {
    for (const chain of chains(context)) {
      const first = chain[0]!;
      const fix = fixOf(context, chain);
      yield {
        where: first.name,
        message: `${chain.length} withColumn() in a row, none of which uses a column of the others`,
        confidence: 'high',
        whyConfidence: 'the columns that each one reads are known from the plan',
        ...(fix ? { fix } : {}),
      };
    }
  },
};

/** Runs of calls, each on the result of the one before, written in one chain, and independent of each other. */
function chains(context: RuleContext): readonly (readonly FrameCall[])[] {
  const found: FrameCall[][] = [];
  let current: FrameCall[] = [];
  const finish = (): void => {
    if (current.length >= MIN_CALLS) found.push(current);
    current = [];
  };
  for (const call of context.on('frame', 'withColumn')) {
    if (!continues(context, current.at(-1), call) || !isIndependent(current, call)) finish();
    current.push(call);
  }
  finish();
  return found;
}

function continues(context: RuleContext, before: FrameCall | undefined, call: FrameCall): boolean {
  if (before?.gives.kind !== 'frame' || before.gives.frame !== call.on.frame) return false;
  const callee = context.syntaxOf(call)?.call.callee;
  return callee?.kind === 'attribute' && callee.object === context.syntaxOf(before)?.call;
}

/** It reads no column that an earlier call of the run has made or replaced, and makes none of theirs again. */
function isIndependent(run: readonly FrameCall[], call: FrameCall): boolean {
  const made = new Set(run.flatMap((each) => madeBy(each)?.id ?? []));
  const names = new Set(run.flatMap((each) => madeBy(each)?.name.toLowerCase() ?? []));
  const own = madeBy(call);
  const expression = expressionOf(call);
  if (!own || !expression || names.has(own.name.toLowerCase())) return false;
  return [...references(expression)].every((id) => !made.has(id));
}

function expressionOf(call: FrameCall) {
  const plan = call.gives.kind === 'frame' ? call.gives.plan : undefined;
  if (plan?.kind !== 'Project') return undefined;
  const before = new Set(plan.list.filter((each) => each.kind === 'attribute').map(({ id }) => id));
  const made = plan.list.filter((each) => each.kind === 'alias' && !before.has(each.id));
  return made.length === 1 ? made[0] : undefined;
}

function madeBy(call: FrameCall): Pick<Attribute, 'id' | 'name'> | undefined {
  const named = expressionOf(call);
  return named?.kind === 'alias' ? named : undefined;
}

/** The chain's arguments, name by name, in one dict. */
function fixOf(context: RuleContext, chain: readonly FrameCall[]): Fix | undefined {
  const entries: string[] = [];
  for (const call of chain) {
    const syntax = context.syntaxOf(call)?.call;
    const [name, value] = syntax?.args ?? [];
    if (syntax?.args.length !== 2 || name?.kind !== 'plain' || value?.kind !== 'plain') return undefined;
    const text = (of: CallExpr['args'][number]) => context.text({ file: call.name.file, ...of.value });
    entries.push(`${text(name)}: ${text(value)}`);
  }
  const [first, last] = [chain[0]!, chain.at(-1)!];
  // A comment between the calls would be lost.
  if (context.text({ file: first.name.file, from: first.name.from, to: last.range.to }).includes('#'))
    return undefined;
  return {
    title: 'Make them one withColumns()',
    edits: [{ from: first.name.from, to: last.range.to, text: `withColumns({${entries.join(', ')}})` }],
  };
}
