import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';

/** What a person would call the whole: the one file, the one folder, or the first and how many more. */
export function labelOf(files: readonly NamedBlob[]): string {
  const tops = [...new Set(files.map(({ path }) => path.split('/')[0] ?? path))];
  const [first = 'nothing', ...others] = tops;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

export function totalBytes(files: readonly NamedBlob[]): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}
