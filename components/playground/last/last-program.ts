import { GRAPH_VIEWS } from '#lib/plan/graph/plan-graph.ts';
import { SPARK_VERSIONS } from '#lib/plan/settings.ts';
import { FIRST, playground, textOf } from '../session/playground-session.ts';
import type { PlaygroundState } from '../session/playground-state.ts';
import { lastProgramDb } from './last-program-db.ts';

/** What is kept of the playground from one visit to the next: the program, and what it is planned under. */
export type ProgramKept = Pick<
  PlaygroundState,
  'title' | 'files' | 'current' | 'main' | 'settings' | 'catalog' | 'view'
>;

export interface LastProgram extends ProgramKept {
  /** There is one. */
  readonly id: 'last';
}

/** Longer programs are not kept: writing them at every change would cost more than opening them again. */
const MOST_CHARS = 8 * 2 ** 20;

export function programNow(): ProgramKept {
  const { title, files, current, main, settings, catalog, view } = playground.get();
  return {
    ...{ title, current, main, settings, catalog, view },
    files: files.map((file) => {
      const text = textOf(file.path);
      // Where cells begin is known of the text as it was opened.
      return text === file.text ? file : { path: file.path, text };
    }),
  };
}

/** Whether there is nothing to lose: only what is there before anything was opened. */
export function isUntouched(): boolean {
  return sameText(programNow()) === sameText(FIRST);
}

/** The program of the last visit; undefined where there is none that can be opened. */
export async function readLast(): Promise<ProgramKept | undefined> {
  try {
    const kept = await (await lastProgramDb()).get('programs', 'last');
    return kept && canBeOpened(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export async function writeLast(program: ProgramKept): Promise<void> {
  const chars = program.files.reduce((sum, { text }) => sum + text.length, 0);
  try {
    const db = await lastProgramDb();
    if (chars > MOST_CHARS) await db.delete('programs', 'last');
    else await db.put('programs', { id: 'last', ...program });
  } catch {
    // Without storage the program lasts as long as the page.
  }
}

export async function forgetLast(): Promise<void> {
  try {
    await (await lastProgramDb()).delete('programs', 'last');
  } catch {
    // It was never stored.
  }
}

/** It may have been written by another version of the app. */
function canBeOpened({ files, current, main, settings, view }: LastProgram): boolean {
  const has = (path: string): boolean => files.some((file) => file.path === path);
  return has(current) && has(main) && SPARK_VERSIONS.includes(settings.spark) && GRAPH_VIEWS.includes(view);
}

function sameText({ files, main, settings, catalog }: ProgramKept): string {
  const { spark, cores, conf } = settings;
  return JSON.stringify([files.map(({ path, text }) => [path, text]), main, spark, cores, conf, catalog]);
}
