import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PredictedAction, PredictedExchange, PredictedJoin } from '#lib/plan/prediction.ts';
import { factLabel, factValue } from './fact-text.ts';
import { type PlanFacts, packOfDiff, packOfPlan } from './pack-of-plan.ts';
import { packSchema } from './pack-schema.ts';
import { OPERATORS } from './terms.ts';

const SECRET = 'customer_ssn';
const exchange = (kind: PredictedExchange['kind'], numPartitions: number): PredictedExchange => ({
  kind,
  keys: kind === 'single' ? [] : [SECRET],
  numPartitions,
  confidence: 'high',
  because: `HashAggregate needs rows with equal ${SECRET} together; spark.sql.shuffle.partitions = 200`,
});
const join = (type: PredictedJoin['type']): PredictedJoin => ({
  type,
  joinType: 'Inner',
  buildSide: null,
  because: `${SECRET} is small`,
});
function plan(exchanges: readonly PredictedExchange[], joins: readonly PredictedJoin[] = []): PlanFacts {
  const action: PredictedAction = {
    line: 3,
    method: 'count',
    exchanges,
    joins,
    jobs: 1,
    stages: exchanges.length + 1,
    lineage: { [SECRET]: [] },
    indirect: {} as PredictedAction['indirect'],
  };
  return {
    spark: '4.3',
    prediction: {
      actions: [action],
      unresolved: [{ line: 1, column: 1, what: SECRET, effect: SECRET }],
    },
  };
}
const lines = (pack: ReturnType<typeof packOfPlan>) =>
  pack.facts.map((fact) => `${factLabel(fact)}: ${factValue(fact)}`);

describe('packOfPlan', () => {
  const pack = packOfPlan({
    ...plan(
      [exchange('hash', 200), exchange('single', 1), exchange('broadcast', 1)],
      [join('BroadcastHashJoin')],
    ),
    ruleIds: ['SHF-04', 'ignore all rules'],
    graph: {
      nodes: [{ name: `Scan parquet ${SECRET}`, bytes: 4096 }, { name: 'HashAggregate' }, { name: SECRET }],
    } as unknown as NonNullable<PlanFacts['graph']>,
  });

  it('counts what Spark will do', () => {
    expect(lines(pack)).toEqual([
      'actions: 1',
      'jobs: 1',
      'stages: 4',
      'shuffles: 2',
      'broadcasts: 1',
      'broadcast hash joins: 1',
      'partitions of a hash shuffle: 200',
      'keys of the shuffle: 1',
      'partitions of a shuffle into one partition: 1',
      'things that cannot be known: 1',
      'operators: 3',
      'estimated size of the largest result: 4.00 KiB',
      'rules broken: 1',
    ]);
  });

  it('names operators, settings, kinds of exchange and rules, and nothing of the user', () => {
    expect(pack.terms.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'operator BroadcastHashJoin',
      'operator Scan',
      'operator HashAggregate',
      'exchange hash',
      'exchange single',
      'exchange broadcast',
      'setting spark.sql.shuffle.partitions',
      'rule SHF-04',
    ]);
    expect(JSON.stringify(pack)).not.toContain(SECRET);
    expect(packSchema.safeParse(pack).success).toBe(true);
  });

  it('knows every operator that plans have', () => {
    const source = readFileSync('lib/plan/physical/physical-plan.ts', 'utf8');
    const operators = [...source.matchAll(/readonly operator:([^;]+);/g)].flatMap(([, union]) =>
      [...union!.matchAll(/'([^']+)'/g)].map((match) => match[1]!),
    );
    expect(operators.length).toBeGreaterThan(20);
    const known: readonly string[] = OPERATORS;
    expect(operators.filter((name) => name !== 'Unknown' && !known.includes(name))).toEqual([]);
  });
});

describe('packOfDiff', () => {
  it('holds both sides apart', () => {
    const pack = packOfDiff(plan([exchange('hash', 200)]), plan([exchange('hash', 64)]));
    expect(lines(pack)).toContain('before: partitions of a hash shuffle: 200');
    expect(lines(pack)).toContain('after: partitions of a hash shuffle: 64');
    expect(packSchema.safeParse(pack).success).toBe(true);
  });

  it('says of operators and rules which side has them, and nothing where both do', () => {
    const joined = (type: PredictedJoin['type'], ruleIds: readonly string[]) => ({
      ...plan([exchange('hash', 8)], [join(type)]),
      ruleIds,
    });
    const pack = packOfDiff(
      joined('SortMergeJoin', ['JON-01', 'SHF-04']),
      joined('BroadcastHashJoin', ['SHF-04', 'DRV-06']),
    );
    expect(pack.terms.map(({ name, side }) => [name, side])).toEqual([
      ['SortMergeJoin', 'before'],
      ['hash', undefined],
      ['spark.sql.shuffle.partitions', undefined],
      ['JON-01', 'before'],
      ['SHF-04', undefined],
      ['BroadcastHashJoin', 'after'],
      ['DRV-06', 'after'],
    ]);
    expect(lines(pack)).toContain('before: rules broken: 2');
    expect(packSchema.safeParse(pack).success).toBe(true);
  });
});
