import { openAsBlob, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { exists } from '#lib/base/assert.ts';
import { newReport } from '#lib/eventlog/containers/container.ts';
import { discoverLogs } from '#lib/eventlog/discover/discover.ts';
import type { EventLogSource } from '#lib/eventlog/discover/event-log-source.ts';
import type { RestAnswer } from './rest-answer.ts';

/** The real logs of golden/eventlogs, with the History Server's answers over them. */

const FOLDER = fileURLToPath(new URL('../../golden/eventlogs/', import.meta.url));

export interface GoldenLog {
  readonly id: string;
  readonly spark: string;
  readonly what: string;
}

export const GOLDEN_LOGS = JSON.parse(readFileSync(`${FOLDER}logs.json`, 'utf8')) as readonly GoldenLog[];

export interface GoldenLabels {
  readonly id: string;
  /** A `purpose` is what the log was made to show; `also` is there as well. */
  readonly labels: readonly {
    readonly problem: string;
    readonly role: 'purpose' | 'also';
    readonly stages?: readonly string[];
  }[];
}

export const GOLDEN_LABELS = JSON.parse(
  readFileSync(`${FOLDER}labels.json`, 'utf8'),
) as readonly GoldenLabels[];

/** The log as the product finds and opens it. */
export async function goldenLog(id: string): Promise<EventLogSource> {
  const files = filesBelow(`logs/${id}`);
  const blobs = files.map(async (path) => ({ path, blob: await openAsBlob(FOLDER + path) }));
  const { logs } = await discoverLogs(await Promise.all(blobs));
  return exists(logs[0], `a log in ${id}`);
}

/** Its lines, without what ends them. */
export async function goldenLines(id: string): Promise<readonly string[]> {
  return linesOf(await goldenLog(id));
}

/** The log whose damaged variants were shown to a History Server. */
export async function damagedBase(): Promise<readonly string[]> {
  const path = 'damaged/log.zstd';
  const { logs } = await discoverLogs([{ path, blob: await openAsBlob(FOLDER + path) }]);
  return linesOf(exists(logs[0], path));
}

/** Counts by status, for every table; null for what the History Server did not show at all. */
export type ShownCounts = Readonly<
  Record<'jobs' | 'stages' | 'tasks' | 'sql', Readonly<Record<string, number>>>
>;

export function damagedAnswers(): Readonly<Record<string, ShownCounts | null>> {
  return JSON.parse(readFileSync(`${FOLDER}damaged/history-server.json`, 'utf8')) as Record<
    string,
    ShownCounts | null
  >;
}

export function historyServerAnswer(id: string): RestAnswer {
  return JSON.parse(gunzipSync(readFileSync(`${FOLDER}rest/${id}.json.gz`)).toString()) as RestAnswer;
}

async function linesOf(log: EventLogSource): Promise<readonly string[]> {
  const decoder = new TextDecoder();
  let text = '';
  for (const part of log.parts) {
    for await (const chunk of part.open(newReport())) text += decoder.decode(chunk, { stream: true });
  }
  return text.split('\n').filter((line) => line !== '');
}

function filesBelow(path: string): readonly string[] {
  if (!statSync(FOLDER + path).isDirectory()) return [path];
  return readdirSync(FOLDER + path)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
