import { describe, expect, it } from 'vitest';
import { readProject } from '#lib/pyspark/predict-program.ts';
import { nodeWasmFiles } from '#lib/pyspark/syntax/node-wasm.ts';
import { loadPython } from '#lib/pyspark/syntax/parser.ts';
import { GOLDEN_CATALOG, GOLDEN_TRUTH, goldenProgram } from '#lib/testing/golden-programs.ts';
import { RuleContext } from './context.ts';
import { PlanMemo } from './plan-memo.ts';
import { REGISTRY } from './registry.ts';
import { runRules } from './run-rules.ts';

const language = await loadPython(nodeWasmFiles());
const settings = { spark: '4.3', cores: 4, conf: {} } as const;

async function contextOf(text: string, memo: PlanMemo): Promise<RuleContext> {
  const loadSql = () => import('#lib/pyspark/sql/parse-sql.ts');
  const options = { language, catalog: GOLDEN_CATALOG, settings, loadSql };
  const read = await readProject(new Map([['main.py', { text }]]), 'main.py', options, { calls: true });
  return new RuleContext({ ...read, settings, catalog: GOLDEN_CATALOG, isOwn: () => true }, memo);
}

const plansOf = (context: RuleContext) =>
  context.actions.map(({ optimized, physical }) => ({ optimized, physical }));

/** The planner numbers its own columns from -1 down, on and on: what matters is which are the same. */
function renumbered(plans: unknown): unknown {
  const numbers = new Map<number, number>();
  return JSON.parse(
    JSON.stringify(plans, (key, value) => {
      if (key !== 'id' || value >= 0) return value;
      numbers.set(value, numbers.get(value) ?? -1 - numbers.size);
      return numbers.get(value);
    }),
  );
}

const ORDERS = 'orders = spark.read.parquet("data/orders")\n';
const TWO = `${ORDERS}orders.groupBy("status").count().collect()\n`;

describe('PlanMemo', () => {
  it('gives each action of an edited program the plans that it would have without it', async () => {
    for (const id of Object.keys(GOLDEN_TRUTH['4.3']).slice(0, 80)) {
      const { sources, main } = goldenProgram(id);
      const { text } = sources.get(main)!;
      const edited = text.replace(/^(spark = .*)$/m, '$1\nspark.range(10).selectExpr("id + 1 AS n").count()');
      const memo = new PlanMemo();
      plansOf(await contextOf(text, memo));
      expect(renumbered(plansOf(await contextOf(edited, memo))), id).toEqual(
        renumbered(plansOf(await contextOf(edited, new PlanMemo()))),
      );
    }
  });

  it('finds in an edited program what the rules find without it', async () => {
    const before = `${ORDERS}orders.join(orders.limit(5), "order_id").collect()\n`;
    const after = `${ORDERS}x = orders.withColumn("a", orders.order_id)\n${before}`;
    const memo = new PlanMemo();
    const found = (context: RuleContext) =>
      runRules(context, REGISTRY).map(({ rule, where }) => `${rule.id} ${where.line}`);
    const first = found(await contextOf(before, memo));
    expect(first.length).toBeGreaterThan(0);
    expect(found(await contextOf(after, memo))).toEqual(found(await contextOf(after, new PlanMemo())));
  });

  it('keeps plans that an edit does not touch, until an edit leaves them out', async () => {
    const memo = new PlanMemo();
    const [first] = plansOf(await contextOf(TWO, memo));
    const [again] = plansOf(await contextOf(`${TWO}spark.range(3).count()\n`, memo));
    expect(again?.optimized).toBe(first?.optimized);
    expect(again?.physical).toBe(first?.physical);
    await contextOf(ORDERS, memo);
    const [anew] = plansOf(await contextOf(TWO, memo));
    expect(anew?.optimized).not.toBe(first?.optimized);
  });

  it('keeps plans also through versions of the program whose plans nobody asks for', async () => {
    const memo = new PlanMemo();
    const [first] = plansOf(await contextOf(TWO, memo));
    await contextOf(TWO, memo);
    expect(plansOf(await contextOf(TWO, memo))[0]?.optimized).toBe(first?.optimized);
  });
});
