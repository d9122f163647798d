import type { Catalog, PlanSettings } from '#lib/plan/settings.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';

/** A program of one or several files, by path. */
export interface ProgramText {
  readonly files: Readonly<Record<string, string>>;
  readonly main: string;
}

/** What the engines look at: any part may be missing, and then that engine has nothing to say. */
export interface Workspace {
  readonly program?: ProgramText;
  readonly settings?: PlanSettings;
  readonly catalog?: Catalog;
  /** Over the simulator's defaults. */
  readonly knobs?: Partial<Knobs>;
  /** A bundled event log, by its name without the ending. */
  readonly log?: string;
  /** Asked of the log's tables. */
  readonly sql?: string;
}

/** What somebody changed: plain data, so that it can be stored and sent. */
export interface WorkspacePatch {
  /** Whole texts by path; null takes a file away. */
  readonly files?: Readonly<Record<string, string | null>>;
  readonly conf?: Readonly<Record<string, string>>;
  readonly knobs?: Partial<Knobs>;
  readonly log?: string;
  readonly sql?: string;
}

export function applyPatch(workspace: Workspace, patch: WorkspacePatch): Workspace {
  const { program, settings, knobs } = workspace;
  return {
    ...workspace,
    ...(program && patch.files
      ? { program: { ...program, files: withFiles(program.files, patch.files) } }
      : {}),
    ...(settings && patch.conf
      ? { settings: { ...settings, conf: { ...settings.conf, ...patch.conf } } }
      : {}),
    ...(patch.knobs ? { knobs: { ...knobs, ...patch.knobs } } : {}),
    ...(patch.log === undefined ? {} : { log: patch.log }),
    ...(patch.sql === undefined ? {} : { sql: patch.sql }),
  };
}

/** Both changes, the later one winning where they meet. */
export function joinPatches(first: WorkspacePatch, second: WorkspacePatch): WorkspacePatch {
  const joined = { ...first, ...second };
  return {
    ...joined,
    ...(first.files && second.files ? { files: { ...first.files, ...second.files } } : {}),
    ...(first.conf && second.conf ? { conf: { ...first.conf, ...second.conf } } : {}),
    ...(first.knobs && second.knobs ? { knobs: { ...first.knobs, ...second.knobs } } : {}),
  };
}

function withFiles(
  files: ProgramText['files'],
  changed: NonNullable<WorkspacePatch['files']>,
): ProgramText['files'] {
  const kept = Object.entries({ ...files, ...changed }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return Object.fromEntries(kept);
}
