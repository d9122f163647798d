import { describe, expect, it } from 'vitest';
import type { DecodeReport } from '#lib/eventlog/containers/container.ts';
import type { LogToRead } from '#lib/eventlog/ingest.ts';
import { findIn } from '#lib/testing/find-in-run.ts';
import { logOf } from '#lib/testing/read-run.ts';
import { runLines, runText } from '#lib/testing/run-text.ts';
import { incompleteLog } from './incomplete-log.ts';

const RUN = 'job 0\n stage 0  tasks 4  ms 1 s';
const cut = (text: string) => text.slice(0, -20);

describe('incompleteLog', () => {
  it('finds a log without the end of its application', async () => {
    const { insights } = await findIn(incompleteLog, `${RUN}\nwithout ApplicationEnd`);
    expect(insights).toMatchObject([
      {
        title: 'The log does not have the whole run',
        severity: 'low',
        confidence: 'high',
        impact: { lower_ms: 0, upper_ms: 0 },
        evidence: { 'application end missing': 1 },
      },
    ]);
  });

  it('tells every gap in one insight, as grave as its gravest', async () => {
    const lines = runLines(RUN);
    const damaged = [...lines.slice(0, 3), '{"Event":', 'no JSON', ...lines.slice(3)].join('\n');
    const { insights } = await findIn(incompleteLog, logOf(cut(damaged)));
    expect(insights).toMatchObject([
      {
        severity: 'medium',
        evidence: { 'application end missing': 1, 'last line cut': 1, 'unreadable lines': 2 },
      },
    ]);
  });

  it.each([
    ['application start missing', 1, 'low', logOf(runText(`${RUN}\nwithout ApplicationStart`))],
    ['last line cut', 1, 'low', logOf(cut(runText(RUN)))],
    ['parts missing', 2, 'medium', { ...logOf(runText(RUN)), missingParts: [2, 3] }],
    ['compacted', 1, 'medium', { ...logOf(runText(RUN)), compacted: true }],
    ['file truncated', 1, 'medium', damaged('truncated')],
    ['file corrupt', 1, 'medium', damaged('corrupt')],
  ])('counts %s: %i, which is %s', async (fact, count, severity, log) => {
    const { insights } = await findIn(incompleteLog, log);
    expect(insights).toMatchObject([{ severity, evidence: { [fact]: count } }]);
  });

  it.each([
    ['the whole run', RUN],
    ['events that nobody knows', `${RUN}\nevent {"Event":"org.example.Other"}`],
    ['no job', 'app a'],
    ['ends that stand twice', `${RUN}\ntwice TaskEnd`],
  ])('is no log with %s', async (_, text) => {
    expect(await findIn(incompleteLog, text)).toMatchObject({
      kind: 'clear',
      why: 'The log has the application’s start and end, and every line could be read.',
    });
  });
});

/** A whole log whose file says at its end that it was cut or broken. */
function damaged(kind: 'truncated' | 'corrupt'): LogToRead {
  const log = logOf(runText(RUN));
  const open = (report: DecodeReport) => {
    report.damage = { kind, detail: 'the file breaks off', atByte: 9 };
    return log.parts[0]!.open(report);
  };
  return { ...log, parts: [{ ...log.parts[0]!, open }] };
}
