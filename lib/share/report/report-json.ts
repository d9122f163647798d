import type { ReportContent } from './report-content.ts';

/** For programs: the shared state under the names of `analyze --json`, with what it is and what is hidden in it. */
export function reportJson({ state, made, by, hidden }: ReportContent): string {
  const { kind, ...content } = state;
  return `${JSON.stringify({ format: `shufflescope-${kind}`, version: 1, made, by, hidden, ...content }, null, 1)}\n`;
}
