import type { ProgramText, Workspace, WorkspacePatch } from './workspace.ts';

/**
 * What has to be changed of a situation to have a workspace: `applyPatch(situation, patchBetween(situation, now))` is `now`,
 * where `now` is the situation with changes that a patch can say. A setting that was taken out is none.
 */
export function patchBetween(situation: Workspace, now: Workspace): WorkspacePatch {
  const files = situation.program && now.program && changedFiles(situation.program, now.program);
  const conf = situation.settings && now.settings && changed(situation.settings.conf, now.settings.conf);
  const knobs = now.knobs && changed(situation.knobs ?? {}, now.knobs);
  return {
    ...(files ? { files } : {}),
    ...(conf ? { conf } : {}),
    ...(knobs ? { knobs } : {}),
    ...(now.log === undefined || now.log === situation.log ? {} : { log: now.log }),
    ...(now.sql === undefined || now.sql === situation.sql ? {} : { sql: now.sql }),
  };
}

/** Whether somebody changed nothing. */
export function isEmptyPatch(patch: WorkspacePatch): boolean {
  return Object.keys(patch).length === 0;
}

function changedFiles(before: ProgramText, now: ProgramText): WorkspacePatch['files'] {
  const gone = Object.keys(before.files).filter((path) => !(path in now.files));
  const files = {
    ...changed(before.files, now.files),
    ...Object.fromEntries(gone.map((path) => [path, null])),
  };
  return Object.keys(files).length > 0 ? files : undefined;
}

/** The entries that differ, by name, so that the same work always reads the same; undefined where none does. */
function changed<T extends object>(before: T, now: T): T | undefined {
  const keys = Object.keys(now).toSorted() as (keyof T)[];
  const different = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]));
  if (different.length === 0) return undefined;
  return Object.fromEntries(different.map((key) => [key, now[key]])) as T;
}
