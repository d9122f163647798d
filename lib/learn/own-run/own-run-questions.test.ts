import { describe, expect, it } from 'vitest';
import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import { runDetectors } from '#lib/analyzers/run/run-detectors.ts';
import { openTestLog } from '#lib/duckdb/testing.ts';
import type { Clear, Evidence, Insight, Problem } from '#lib/model/insight.ts';
import { questionProblems } from '../author/question-problems.ts';
import { judge } from '../question/judge.ts';
import { readFigures } from '../scenario/figure.ts';
import { type OwnRunQuestion, ownRunQuestions } from './own-run-questions.ts';

/** `task-skew 40 % ms:9000 records:5` */
function insight(line: string, number = 1): Insight {
  const [problem, share, , ...rows] = line.split(' ') as [Problem, string, string, ...string[]];
  const evidence = rows.map((row): Evidence => {
    const [unit, value] = row.split(':') as [Evidence['unit'], string];
    const parsed = value === '-' ? null : unit === 'text' ? value : Number(value);
    return { metric: `its ${unit}`, value: parsed, unit, compared_with: 'median 1', sql: `SELECT ${value}` };
  });
  return {
    ...{ id: `${problem}-${number}`, problem, title: `${problem} in stage 4`, why_it_matters: '' },
    ...{ severity: 'high', confidence: 'high', why_confidence: '', stages: ['4.0'], sql_executions: [] },
    ...{ impact: { lower_ms: 0, upper_ms: 1 }, share_of_run: Number(share) / 100, occurrences: [] },
    ...{ options: [], docs: `/reference/${problem}`, evidence: evidence as unknown as Insight['evidence'] },
  };
}
const clear: readonly Clear[] = ['spill', 'tiny-tasks', 'job-failed', 'gc-pressure'].map((problem) => ({
  ...{ problem: problem as Problem, checked: 'All of it.' },
}));
const of = (...lines: readonly string[]) =>
  ownRunQuestions(
    lines.map((line) => insight(line)),
    clear,
  );
const truthOf = ({ question, values }: OwnRunQuestion) =>
  judge(question, { kind: 'no-idea' }, values, {}).truth;

describe('ownRunQuestions', () => {
  it('asks which problem there is, among some that were looked for and not found', () => {
    const [which] = of('task-skew 40 % ms:9000');
    expect(which?.question).toMatchObject({ kind: 'pick' });
    expect(which?.question.kind === 'pick' && which.question.options.map(({ id }) => id)).toEqual([
      ...['job-failed', 'spill', 'task-skew', 'tiny-tasks'],
    ]);
    expect(truthOf(which!)).toEqual({ kind: 'option', id: 'task-skew' });
  });

  it('asks for measured numbers, and says where each is to be seen', () => {
    const [, longest, records] = of('task-skew 40 % ms:9000 records:500');
    expect(longest).toMatchObject({
      question: { ask: 'Task skew in stage 4.0: its ms (median 1)?', unit: 'ms' },
      look: { insight: 'task-skew-1', sql: 'SELECT 9000', docs: '/reference/task-skew' },
    });
    expect([longest, records].map((each) => truthOf(each!))).toEqual([
      ...[
        { kind: 'number', value: 9000 },
        { kind: 'number', value: 500 },
      ],
    ]);
  });

  it('asks what touches most of the run where three problems differ in that', () => {
    const three = of('spill 20 % ms:50', 'task-skew 40 % ms:60', 'small-files-read 5 % ms:70');
    expect(truthOf(three.find(({ id }) => id === 'touches-most')!)).toEqual({
      ...{ kind: 'order', ids: ['task-skew', 'spill', 'small-files-read'] },
    });
    const same = of('task-skew 40 % ms:60', 'driver-gap 40 % ms:50', 'small-files-read 5 % ms:70');
    expect(same.some(({ id }) => id === 'touches-most')).toBe(false);
  });

  it('asks five questions at most, and of each problem before it asks twice of one', () => {
    const many = of(
      ...['task-skew 40 % ms:9000 records:500', 'driver-gap 30 % ms:800 count:3'],
      'small-files-read 5 % files:1200 bytes:2000',
    );
    expect(many.map(({ id }) => id)).toEqual([
      ...['which-problem', 'touches-most', 'task-skew-1-0', 'driver-gap-1-0', 'small-files-read-1-0'],
    ]);
  });

  it('leaves out what is no number, or is not in the log', () => {
    const asked = of('task-skew 40 % text:orders ms:- ms:9000');
    expect(asked.map(({ id }) => id)).toEqual(['which-problem', 'task-skew-1-0']);
    expect(asked[1]?.look.sql).toBe('SELECT 9000');
  });

  it('has nothing to ask about a run in which nothing was found', () => {
    expect(ownRunQuestions([], clear)).toEqual([]);
  });

  it('asks answerable questions about a real run', async () => {
    const { database, query } = await openTestLog('public/samples/small-files.zstd');
    const { insights, clear: notFound } = await runDetectors(DETECTORS, query);
    await database.close();
    const questions = ownRunQuestions(insights, notFound);
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.flatMap(({ question, values }) => questionProblems(question, values, {}))).toEqual([]);
    const run = { problems: [], measurement: { figures: {}, stages: [], insights, clear: notFound } };
    for (const { figures, values } of questions) expect(readFigures(figures, { run })).toEqual(values);
  }, 60_000);
});
