import { afterAll, describe, expect, it } from 'vitest';
import { GOLDEN_LABELS, goldenLog } from '#lib/testing/golden-logs.ts';
import { openLog } from '#lib/testing/open-run.ts';
import { DETECTORS } from './registry.ts';
import { runDetectors } from './run-detectors.ts';

/**
 * Logs of real Spark that were made to have one problem each, and what is in them as people labelled it: a `purpose`
 * must be found, in one of its stages; whatever else is found must be a label too.
 */

/** Problems that the labels name and that no detector is there for yet are not asked for. */
const PROBLEMS: ReadonlySet<string> = new Set(DETECTORS.map(({ id }) => id));
/** The corpus has a name of its own for it. */
const ALIAS: Readonly<Record<string, string>> = { 'single-partition-window': 'single-partition-stage' };

const found = new Set<string>();

describe('the detectors find what is in a real log and nothing else:', () => {
  for (const { id, labels } of GOLDEN_LABELS) {
    const known = labels
      .map((label) => ({ ...label, problem: ALIAS[label.problem] ?? label.problem }))
      .filter(({ problem }) => PROBLEMS.has(problem));
    it(id, async () => {
      const insights = await insightsOf(id);
      const missed = known
        .filter(({ role }) => role === 'purpose')
        .filter((label) => !insights.some((insight) => isOf(label, insight)))
        .map(({ problem }) => problem);
      const wrong = insights
        .map(({ problem }) => problem as string)
        .filter((problem) => !known.some((label) => label.problem === problem));
      expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
      for (const { role, problem } of known) if (role === 'purpose') found.add(problem);
    });
  }

  afterAll(() => {
    // Every detector is put to the test by a log at least.
    expect([...PROBLEMS].filter((problem) => !found.has(problem))).toEqual([]);
  });
});

async function insightsOf(id: string) {
  const { query, close } = await openLog(await goldenLog(id));
  try {
    const { insights, failed } = await runDetectors(DETECTORS, query);
    expect(failed).toEqual([]);
    return insights;
  } finally {
    await close();
  }
}

interface Place {
  readonly problem: string;
  readonly stages?: readonly string[];
}

/** Attempts of one stage are one place; a finding about the run as a whole has none. */
function isOf(label: Place, insight: Place): boolean {
  if (label.problem !== insight.problem) return false;
  const ids = (stages: readonly string[] = []) => stages.map((stage) => stage.split('.')[0]);
  const [wanted, said] = [ids(label.stages), ids(insight.stages)];
  return wanted.length === 0 || said.length === 0 || wanted.some((stage) => said.includes(stage));
}
