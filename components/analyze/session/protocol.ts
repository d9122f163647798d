import type { Overview } from '#lib/analyzers/run/report.ts';
import type { Findings } from '#lib/analyzers/run/run-detectors.ts';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import type { IngestProgress, IngestStats } from '#lib/eventlog/ingest.ts';
import type { QueryResult } from '#lib/tables/query-result.ts';

/** A log that was found, as far as it can cross from the worker: what to show and how to ask for it. */
export interface FoundLog {
  readonly id: string;
  readonly title: string;
  readonly application?: {
    readonly id?: string;
    readonly name?: string;
    readonly attempt?: string;
    readonly sparkVersion?: string;
    readonly startTime?: number;
  };
  readonly layout: 'single' | 'rolling' | 'databricks';
  readonly files: number;
  readonly bytes: number;
  /** Roughly, once decoded. */
  readonly decodedBytes: number;
  readonly inProgress: boolean;
  readonly duplicateOf?: string;
}

export interface Found {
  readonly logs: readonly FoundLog[];
  readonly ignored: readonly { readonly path: string; readonly reason: string; readonly hint?: string }[];
  /** Set when there is no log: what to tell. */
  readonly nothing?: { readonly title: string; readonly details: readonly string[]; readonly hint: string };
}

/** What reading a log reports on its way; each is a call back to the page. */
export interface LoadEvents {
  readonly onProgress: (progress: IngestProgress) => void;
  /** Tables are there: everything but the insights can be shown. */
  readonly onTables: (overview: Overview, stats: IngestStats) => void;
  readonly onFindings: (findings: Findings, done: number, total: number) => void;
}

/** The worker's face: one analysis at a time. */
export interface AnalysisWorker {
  /** Starts the SQL engine ahead of need. */
  warm(): Promise<void>;
  find(files: readonly NamedBlob[]): Promise<Found>;
  /** The events are single arguments, because only those can be proxied between page and worker. */
  load(
    id: string,
    onProgress: LoadEvents['onProgress'],
    onTables: LoadEvents['onTables'],
    onFindings: LoadEvents['onFindings'],
  ): Promise<void>;
  cancelLoad(): void;
  query(sql: string, maxRows: number, ticket: number): Promise<QueryResult>;
  cancelQuery(ticket: number): void;
  /** The result as a file of its own. */
  exportQuery(sql: string, format: 'csv' | 'parquet', ticket: number): Promise<Blob>;
}
