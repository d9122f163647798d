import { createStore } from '#components/shell/store.ts';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { AnalysisClient } from './analysis-client.ts';
import { type AnalysisState, NO_FINDINGS } from './analysis-state.ts';
import type { Found, FoundLog } from './protocol.ts';
import { deviceMemory, sizeNotice } from './size-notice.ts';

/**
 * The one analysis of this tab. It lives outside React: leaving the page and coming back finds it as it was.
 * Every opened log gets a worker of its own, so that nothing of the one before is left in memory.
 */
export const analysis = createStore<AnalysisState>({ phase: 'idle' });

let client: AnalysisClient | undefined;
/** A worker whose SQL engine is already starting, for the next log. */
let spare: AnalysisClient | undefined;
let openedId: string | undefined;

/** The worker of the open log, for SQL. */
export function analysisClient(): AnalysisClient {
  client ??= takeSpare();
  return client;
}

/** Starts the SQL engine ahead of need; called when the page has nothing else to do. */
export function warmUp(): void {
  if (spare || client) return;
  spare = new AnalysisClient();
  void spare.warm().catch(() => undefined);
}

/** Looks into the files, and opens the log when there is just one. The same opening again changes nothing. */
export async function openFilesOnce(id: string, files: readonly NamedBlob[]): Promise<void> {
  if (openedId === id) return;
  openedId = id;
  performance.mark('shufflescope:files-given');
  const mine = restart();
  analysis.set({ phase: 'finding' });
  try {
    const found = await mine.find(files);
    if (mine !== client) return;
    const [log, ...more] = found.logs;
    if (!log) analysis.set({ phase: 'nothing', found });
    else if (more.length > 0) analysis.set({ phase: 'choosing', found });
    else await readOrAsk(mine, found, log);
  } catch (error) {
    fail(mine, undefined, error);
  }
}

/** Looks into the files again, after a stop or a failure. */
export function openFilesAgain(id: string, files: readonly NamedBlob[]): Promise<void> {
  openedId = undefined;
  return openFilesOnce(id, files);
}

/** Opens one of the logs that were found. */
export async function openLog(found: Found, log: FoundLog, files: readonly NamedBlob[]): Promise<void> {
  const mine = restart();
  analysis.set({ phase: 'reading', found, log, progress: undefined });
  try {
    await mine.find(files);
    if (mine === client) await readOrAsk(mine, found, log);
  } catch (error) {
    fail(mine, found, error);
  }
}

/** Reads the large log that the user was asked about. */
export async function readLarge(): Promise<void> {
  const state = analysis.get();
  if (state.phase !== 'large' || !client) return;
  const mine = client;
  try {
    await read(mine, state.found, state.log);
  } catch (error) {
    fail(mine, state.found, error);
  }
}

/** Forgets the log and everything of it. */
export function closeAnalysis(): void {
  if (openedId === undefined) return;
  openedId = undefined;
  client?.close();
  client = undefined;
  analysis.set({ phase: 'idle' });
}

/**
 * Opens another log in the place of what is open. What is returned puts that back: a run that was read, at once; one that
 * was being read is forgotten, and read anew when its page asks for it.
 */
export function lendAnalysis(id: string, load: () => Promise<NamedBlob>): () => void {
  const { phase } = analysis.get();
  if (phase === 'finding' || phase === 'reading') closeAnalysis();
  const kept = { client, openedId, state: analysis.get() };
  let isLent = true;
  client = undefined;
  openedId = undefined;
  analysis.set({ phase: 'finding' });
  void load().then(
    (file) => (isLent ? openFilesOnce(id, [file]) : undefined),
    (error: unknown) => {
      if (isLent) analysis.set({ phase: 'failed', found: undefined, message: messageOf(error), error });
    },
  );
  return () => {
    isLent = false;
    client?.close();
    ({ client, openedId } = kept);
    analysis.set(kept.state);
  };
}

/** Stops reading; what was read is gone with its worker. */
export function stop(): void {
  const state = analysis.get();
  client?.close();
  client = undefined;
  analysis.set({
    phase: 'stopped',
    found: 'found' in state ? state.found : undefined,
    log: 'log' in state ? state.log : undefined,
  });
}

async function readOrAsk(mine: AnalysisClient, found: Found, log: FoundLog): Promise<void> {
  const size = sizeNotice(log.decodedBytes, deviceMemory());
  if (size) analysis.set({ phase: 'large', found, log, size });
  else await read(mine, found, log);
}

async function read(mine: AnalysisClient, found: Found, log: FoundLog): Promise<void> {
  analysis.set({ phase: 'reading', found, log, progress: undefined });
  const current =
    <T extends readonly unknown[]>(handle: (...args: T) => void) =>
    (...args: T) => {
      if (mine === client) handle(...args);
    };
  await mine.load(log.id, {
    onProgress: current((progress) => {
      if (analysis.get().phase === 'reading') analysis.set({ phase: 'reading', found, log, progress });
    }),
    onTables: current((overview, stats) => {
      performance.mark('shufflescope:tables-ready', { detail: { bytesDecoded: stats.bytesDecoded } });
      analysis.set({
        phase: 'open',
        found,
        log,
        overview,
        stats,
        findings: NO_FINDINGS,
        checksDone: 0,
        checksTotal: 1,
      });
    }),
    onFindings: current((findings, checksDone, checksTotal) => {
      const state = analysis.get();
      if (state.phase !== 'open') return;
      if (findings.insights.length > 0 && state.findings.insights.length === 0)
        performance.mark('shufflescope:first-insight');
      if (checksDone === checksTotal) performance.mark('shufflescope:checks-done');
      analysis.set({ ...state, findings, checksDone, checksTotal });
    }),
  });
}

function fail(mine: AnalysisClient, found: Found | undefined, error: unknown): void {
  if (mine !== client) return;
  analysis.set({ phase: 'failed', found, message: messageOf(error), error });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function restart(): AnalysisClient {
  client?.close();
  client = takeSpare();
  return client;
}

function takeSpare(): AnalysisClient {
  const next = spare ?? new AnalysisClient();
  spare = undefined;
  return next;
}
