import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import type { Problem } from '#lib/model/insight.ts';

export interface ProblemPage {
  readonly id: Problem;
  readonly title: string;
  /** One sentence: why care. */
  readonly why: string;
  /** Markdown below the title. */
  readonly body: string;
}

/** The page beside a detector; undefined for a problem that no detector finds. Read on the server only. */
export function problemPage(id: string): ProblemPage | undefined {
  const detector = DETECTORS.find((each) => each.id === id);
  if (!detector) return undefined;
  // next.config.ts puts these files beside the built server, which runs in its own folder.
  const text = readFileSync(join(process.cwd(), 'lib/analyzers/run', `${detector.id}.md`), 'utf8');
  const [heading = '', ...body] = text.split('\n');
  return {
    id: detector.id,
    title: heading.replace(/^# /, ''),
    why: detector.whyItMatters,
    body: body.join('\n').trim(),
  };
}
