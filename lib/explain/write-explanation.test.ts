import { describe, expect, it } from 'vitest';
import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import { runDetectors } from '#lib/analyzers/run/run-detectors.ts';
import { openTestLog } from '#lib/duckdb/testing.ts';
import { PROBLEMS } from '#lib/model/insight.ts';
import { AUDIENCES } from './audience.ts';
import { checkAnswer } from './check-answer.ts';
import type { EvidencePack } from './evidence-pack.ts';
import { packOfInsight } from './pack-of-insight.ts';
import { packSchema } from './pack-schema.ts';
import { CONCEPTS } from './terms.ts';
import { fact, packOf, SKEW } from './testing.ts';
import { writeExplanation } from './write-explanation.ts';

/** Nothing in it that a model's answer would be marked for, and no promise. */
function expectSound(pack: EvidencePack) {
  for (const audience of AUDIENCES) {
    const text = writeExplanation(pack, audience);
    const { unknownNumbers, unknownCitations, citations } = checkAnswer(text, pack);
    expect({ unknownNumbers, unknownCitations }, text).toEqual({ unknownNumbers: 0, unknownCitations: 0 });
    expect(citations).toBeGreaterThan(0);
    expect(text).not.toMatch(/will be faster|guarantee|speed-?up/i);
  }
}

describe('writeExplanation', () => {
  it('says what is the case, with every figure cited', () => {
    const text = writeExplanation(SKEW, 'daily');
    expect(text).toContain('**Task skew**: A few tasks of a stage had far more rows than the others.');
    expect(text).toContain(
      '- longest task: 2 m 14 s [e1], held against 2.90 s [e2] and 200 tasks [e3]; that is 46x [e4]',
    );
    expect(text).toContain('`spark.sql.adaptive.skewJoin.enabled` [t2]');
    expect(text).toContain('measured in this run');
  });

  it('writes for its reader: words for the new, settings for those who know', () => {
    const [new_, expert] = [writeExplanation(SKEW, 'new'), writeExplanation(SKEW, 'expert')];
    expect(new_).toContain('shuffles and sorts both sides');
    expect(new_).not.toContain('spark.sql');
    expect(expert).toContain('spark.sql.adaptive.skewJoin.enabled');
  });

  it.each(PROBLEMS)('has words for %s', (problem) => {
    expectSound({ ...SKEW, subject: { kind: 'insight', problem, severity: 'low', confidence: 'low' } });
  });

  it.each(CONCEPTS)('has words for a step about %s', (concept) => {
    expectSound({ ...SKEW, origin: 'simulated', subject: { kind: 'step', concept } });
  });

  it('says what differs between two plans, or that nothing does', () => {
    const subject = { kind: 'diff', spark: '4.3' } as const;
    const pack = packOf(
      [
        fact('shuffles', 2, 'count', { side: 'before' }),
        fact('jobs', 1, 'count', { side: 'before' }),
        fact('shuffles', 1, 'count', { side: 'after' }),
        fact('jobs', 1, 'count', { side: 'after' }),
      ],
      { subject, origin: 'predicted' },
    );
    const text = writeExplanation(pack, 'daily');
    expect(text).toContain('- shuffles: 2 [e1] before, 1 [e3] after');
    expect(text).not.toContain('- jobs');
    expectSound(pack);
    const join = { id: 't1', kind: 'operator', name: 'SortMergeJoin', side: 'before' } as const;
    const rule = { id: 't2', kind: 'rule', name: 'SHF-04', side: 'after' } as const;
    const named = { ...pack, terms: [join, rule, { id: 't3', kind: 'operator', name: 'Project' } as const] };
    expect(writeExplanation(named, 'daily')).toContain('- Operators only before: `SortMergeJoin` [t1]');
    expect(writeExplanation(named, 'daily')).toContain('- Rules that are broken only after: `SHF-04` [t2]');
    expect(writeExplanation(named, 'new')).toContain('`SortMergeJoin` [t1] (shuffles and sorts both sides');
    expect(writeExplanation(named, 'expert')).not.toContain('Project');
    expectSound(named);
    expect(writeExplanation({ ...pack, facts: [pack.facts[1]!, pack.facts[3]!] }, 'daily')).toContain(
      'None of the figures differs',
    );
  });

  it.each([
    'golden/containers/zstd/local-1795247915800.zstd',
    'golden/eventlogs/logs/task-failures.bad.s35/eventlog_v2_local-1795249550371/events_1_local-1795249550371.zstd',
  ])('explains every insight of %s', async (path) => {
    const log = await openTestLog(path);
    const { insights } = await runDetectors(DETECTORS, log.query);
    await log.database.close();
    expect(insights.length).toBeGreaterThan(0);
    for (const insight of insights) {
      const pack = packOfInsight(insight);
      expect(packSchema.safeParse(pack).success).toBe(true);
      expectSound(pack);
    }
  });
});
