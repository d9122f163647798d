import type { ContainerId, DecodeReport } from '../containers/container.ts';

/** A file the user gave, with its path inside what was dropped, e.g. "history/app-1.zstd". */
export interface NamedBlob {
  readonly path: string;
  readonly blob: Blob;
}

/** Everything that was found in the given files. */
export interface Discovery {
  readonly logs: readonly EventLogSource[];
  readonly ignored: readonly IgnoredFile[];
}

/** The event log of one attempt of one application: the unit that is analyzed. */
export interface EventLogSource {
  /** Unique within a discovery: the path of the file, or of the folder with the name of the rolled log. */
  readonly id: string;
  /** The application's name, or what the file name says. */
  readonly title: string;
  readonly layout: 'single' | 'rolling' | 'databricks';
  /** In the order in which they are to be read. */
  readonly parts: readonly LogPart[];
  /** The application still ran, or ended without closing its log. */
  readonly inProgress: boolean;
  /** Indices of rolled files that are not there although later ones are (the first 10,000 of them). */
  readonly missingParts: readonly number[];
  /** Spark replaced old files by a summary of them: events of finished jobs are gone, totals are too small. */
  readonly compacted: boolean;
  /** Paths of the files that such a summary replaces; they are not read. */
  readonly droppedParts: readonly string[];
  /** What the head of the first part says, as far as it is there. */
  readonly application?: Application;
  /** The id of another source that is the same attempt. */
  readonly duplicateOf?: string;
  /** Size of all parts as stored, for progress. */
  readonly bytes: number;
}

export interface Application {
  readonly id?: string;
  readonly name?: string;
  readonly attempt?: string;
  readonly sparkVersion?: string;
  /** Milliseconds since 1970. */
  readonly startTime?: number;
}

export interface LogPart {
  readonly path: string;
  readonly container: ContainerId;
  /** Size as stored. `report.bytesIn` runs up to it. */
  readonly bytes: number;
  /** The decoded bytes; every call starts again. Chunks are valid until the next one is asked for. */
  open(report: DecodeReport): AsyncIterable<Uint8Array>;
}

export interface IgnoredFile {
  readonly path: string;
  /** What it was recognized as, e.g. "a PNG image, not an event log". */
  readonly reason: string;
  /** What would work instead, if there is something to say. */
  readonly hint?: string;
  /** A file that belongs to a log or to the operating system: nothing to tell the user about. */
  readonly isMarker?: true;
}
