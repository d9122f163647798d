import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import type { Problem } from '#lib/model/insight.ts';
import { readPage } from './read-page.ts';

export interface ProblemPage {
  readonly id: Problem;
  readonly title: string;
  /** One sentence: why care. */
  readonly why: string;
  /** Markdown below the title. */
  readonly body: string;
}

/** The page beside a detector; undefined for a problem that no detector finds. */
export function problemPage(id: string): ProblemPage | undefined {
  const detector = DETECTORS.find((each) => each.id === id);
  if (!detector) return undefined;
  const { heading, body } = readPage('run', detector.id);
  return { id: detector.id, title: heading, why: detector.whyItMatters, body };
}
