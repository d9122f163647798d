import type { Overview } from '#lib/analyzers/run/report.ts';
import type { Findings } from '#lib/analyzers/run/run-detectors.ts';
import type { IngestProgress, IngestStats } from '#lib/eventlog/ingest.ts';
import type { Found, FoundLog } from './protocol.ts';
import type { SizeNotice } from './size-notice.ts';

/** Where an analysis is. `found` stays, so that another log of the same files can be opened. */
export type AnalysisState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'finding' }
  /** No log in the files: `found.nothing` says why. */
  | { readonly phase: 'nothing'; readonly found: Found }
  /** Several logs: the user picks. */
  | { readonly phase: 'choosing'; readonly found: Found }
  /** A log so large that the user is asked first. */
  | { readonly phase: 'large'; readonly found: Found; readonly log: FoundLog; readonly size: SizeNotice }
  | {
      readonly phase: 'reading';
      readonly found: Found;
      readonly log: FoundLog;
      readonly progress: IngestProgress | undefined;
    }
  /** Tables are there; insights come in. `checksDone` of `checksTotal`. */
  | {
      readonly phase: 'open';
      readonly found: Found;
      readonly log: FoundLog;
      readonly overview: Overview;
      readonly stats: IngestStats;
      readonly findings: Findings;
      readonly checksDone: number;
      readonly checksTotal: number;
    }
  | { readonly phase: 'stopped'; readonly found: Found | undefined; readonly log: FoundLog | undefined }
  | {
      readonly phase: 'failed';
      readonly found: Found | undefined;
      readonly message: string;
      readonly error: unknown;
    };

export const NO_FINDINGS: Findings = { insights: [], clear: [], not_applicable: [], failed: [] };
