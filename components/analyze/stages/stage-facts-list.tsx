import type { ReactNode } from 'react';
import { formatBytes, formatCount, formatMs, formatShare, plural } from '#lib/base/format.ts';
import type { StageFactsRow } from '#lib/tables/queries/stage-facts.ts';
import { PlaceLink } from '../place/place-link.tsx';

/** What one stage took, read and wrote. */
export function StageFactsList({ facts }: { readonly facts: StageFactsRow }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(20rem,100%),1fr))] gap-x-8">
      {rows(facts).map(([name, value]) => (
        <div
          key={name}
          className="flex min-h-7 items-baseline justify-between gap-4 border-line border-b text-sm"
        >
          <dt className="whitespace-nowrap text-soft">{name}</dt>
          <dd className="min-w-0 text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function rows(facts: StageFactsRow): readonly (readonly [string, ReactNode])[] {
  const { tasks_done, num_tasks, tasks_failed, tasks_killed, parent_stage_ids, job_ids } = facts;
  const ended = [
    `${formatCount(tasks_done)} of ${formatCount(num_tasks)} done`,
    tasks_failed > 0 ? `${formatCount(tasks_failed)} failed` : undefined,
    tasks_killed > 0 ? `${formatCount(tasks_killed)} killed` : undefined,
  ].filter((part) => part !== undefined);
  return [
    ['Status', facts.status.toLowerCase()],
    ['Tasks', ended.join(', ')],
    ['Start', facts.start_ms === null ? 'did not run' : formatMs(facts.start_ms)],
    ['Duration', facts.stage_ms === null ? 'did not run' : formatMs(facts.stage_ms)],
    ['Task time', facts.task_ms === null ? 'none' : formatMs(facts.task_ms)],
    ['Executors', facts.executors === null ? 'none' : formatCount(facts.executors)],
    ['Input', amount(facts.input_bytes, facts.input_records)],
    ['Output', amount(facts.output_bytes, facts.output_records)],
    ['Shuffle read', amount(facts.shuffle_read_bytes, facts.shuffle_read_records)],
    ['Shuffle written', amount(facts.shuffle_write_bytes, facts.shuffle_write_records)],
    [
      'Spilled',
      facts.memory_bytes_spilled > 0
        ? `${formatBytes(facts.memory_bytes_spilled)} of memory, ${formatBytes(facts.disk_bytes_spilled)} on disk`
        : 'nothing',
    ],
    [
      'Garbage collection',
      facts.gc_share === null ? 'not in the log' : `${formatShare(facts.gc_share)} of run time`,
    ],
    ['Reads from', <StageLinks key="parents" ids={parent_stage_ids ?? []} />],
    ['Jobs', (job_ids ?? []).length > 0 ? (job_ids ?? []).join(', ') : 'not in the log'],
    ['SQL execution', facts.sql_execution_id === null ? 'none' : String(facts.sql_execution_id)],
  ];
}

function amount(bytes: number, records: number): string {
  return bytes === 0 && records === 0 ? 'nothing' : `${formatBytes(bytes)}, ${plural(records, 'record')}`;
}

function StageLinks({ ids }: { readonly ids: readonly number[] }) {
  if (ids.length === 0) return 'no other stage';
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 ? ', ' : ''}
      <PlaceLink to={{ view: 'stages', stage: `${id}.0` }}>stage {id}</PlaceLink>
    </span>
  ));
}
