import { closeSync, openSync, writeSync } from 'node:fs';
import { runLines } from '#lib/testing/run-text.ts';

const BYTES = 250 * 2 ** 20;

/** Writes the log of a run of 400 tasks whose ends come over and over again, so that reading takes some seconds. */
export function writeLongLog(path: string): string {
  const lines = runLines('app nightly\njob 0\n  stage 0  tasks 400  ms 20..90');
  const text = (some: readonly string[]) => some.map((line) => `${line}\n`).join('');
  const ends = Buffer.from(text(lines.filter((line) => line.includes('SparkListenerTaskEnd'))));
  const file = openSync(path, 'w');
  writeSync(file, text(lines.slice(0, -2)));
  for (let size = 0; size < BYTES; size += ends.length) writeSync(file, ends);
  writeSync(file, text(lines.slice(-2)));
  closeSync(file);
  return path;
}
