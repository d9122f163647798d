import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioProblems } from '#lib/learn/author/scenario-problems.ts';
import { lookInNode } from '#lib/learn/testing.ts';
import { SCENARIOS } from './registry.ts';

const LOGS = 'public/samples/scenarios';
const logsOf = ({ situations }: (typeof SCENARIOS)[number]) =>
  Object.values(situations).flatMap(({ log }) => log ?? []);

describe('every scenario', () => {
  for (const scenario of SCENARIOS) {
    it(`${scenario.id} stands up to the engines`, async () => {
      expect(await scenarioProblems(scenario, (workspace) => lookInNode(workspace, scenario))).toEqual([]);
    }, 120_000);
  }

  it('is in the registry under the name of its folder', () => {
    const folders = readdirSync('scenarios').filter((name) => statSync(`scenarios/${name}`).isDirectory());
    expect(SCENARIOS.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  });
});

describe('the bundled logs', () => {
  it('are there for half of the scenarios, before and after', () => {
    const withLogs = SCENARIOS.filter((scenario) => new Set(logsOf(scenario)).size >= 2);
    expect(withLogs.length).toBeGreaterThanOrEqual(SCENARIOS.length / 2);
  });

  it('are all shown by a scenario, and small enough to load at once', () => {
    const files = readdirSync(LOGS).filter((name) => name.endsWith('.zstd'));
    expect([...new Set(SCENARIOS.flatMap(logsOf))].map((log) => `${log}.zstd`).toSorted()).toEqual(
      files.toSorted(),
    );
    for (const file of files) expect(statSync(`${LOGS}/${file}`).size).toBeLessThan(300 * 1024);
  });
});
