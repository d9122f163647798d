import { TestBench } from '../analyze/testing.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { childrenOf } from '../logical/traverse.ts';
import type { SparkVersion } from '../settings.ts';
import { optimize } from './optimizer.ts';
import type { RuleNote } from './rule.ts';

type Conf = Readonly<Record<string, string>>;

/** The optimized plan of a query over the tables of the test bench. */
export function optimizedPlan(sql: string, conf: Conf = {}, spark: SparkVersion = '3.5'): LogicalPlan {
  return optimize(new TestBench(spark, conf).sql(sql), { spark, cores: 4, conf }).plan;
}

/** Its nodes in one line, with what is in brackets below them: `Aggregate(Project(Relation))`. */
export function shape(sql: string, conf: Conf = {}): string {
  return shapeOf(optimizedPlan(sql, conf));
}

export function shapeOf(plan: LogicalPlan): string {
  const name =
    plan.kind === 'Join' ? plan.joinType : plan.kind === 'Relation' ? plan.source.slice(5) : plan.kind;
  const below = childrenOf(plan).map(shapeOf).join(', ');
  return below === '' ? name : `${name}(${below})`;
}

export function notesOf(sql: string, conf: Conf = {}): readonly RuleNote[] {
  return optimize(new TestBench('3.5', conf).sql(sql), { spark: '3.5', cores: 4, conf }).notes;
}
