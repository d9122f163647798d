import { UserError } from '#lib/base/assert.ts';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import manifest from '../../../public/samples/manifest.json';

export interface Sample {
  readonly id: string;
  readonly title: string;
  /** What is in it, in one line. */
  readonly what: string;
  /** Name under public/samples/. */
  readonly file: string;
  readonly bytes: number;
  /** The Spark version that wrote it. */
  readonly spark: string;
}

/** Real event logs that come with the app. A new one is a file and a line in public/samples/manifest.json. */
export const samples: readonly Sample[] = manifest;

/** Fetches from our own server; from then on a sample is treated like any dropped file. */
export async function fetchSample({ file, title }: Sample): Promise<NamedBlob> {
  const response = await fetch(`/samples/${file}`).catch(() => undefined);
  if (!response?.ok) {
    throw new UserError(
      `The sample "${title}" could not be loaded.`,
      'Samples come from this app’s server: check that it still runs and that you are not offline.',
    );
  }
  return { path: file, blob: await response.blob() };
}
