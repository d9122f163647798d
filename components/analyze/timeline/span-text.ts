import { formatMs, plural } from '#lib/base/format.ts';
import type { TimelineSpanRow } from '#lib/tables/queries/timeline-spans.ts';

const SOURCES = {
  files: 'reads files',
  shuffle: 'reads a shuffle',
  other: 'reads neither files nor a shuffle',
};

/** A bar of the timeline in words. */
export function spanText(span: TimelineSpanRow): string {
  const { start_ms, end_ms, name, tasks, status, source, jobs } = span;
  const time = `${formatMs(start_ms)} to ${formatMs(end_ms)} (${formatMs(end_ms - start_ms)})`;
  if (span.kind === 'gap') return `no job running: ${time}`;
  const facts = [
    `${span.kind} ${span.id}${name ? ` ${name}` : ''}: ${time}`,
    plural(tasks, 'task'),
    status.toLowerCase(),
    ...(source ? [SOURCES[source]] : []),
    ...(span.kind === 'stage' && jobs && jobs.length > 0 ? [`job ${jobs.join(', ')}`] : []),
  ];
  return facts.join(' · ');
}
