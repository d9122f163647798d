/** A file the user handed over, with its place inside what was dropped: "eventlog_v2_app-1/events_1_app-1.zstd". */
export interface NamedBlob {
  readonly path: string;
  readonly blob: Blob;
}

/** What a person would call the whole: the one file, the one folder, or the first and how many more. */
export function labelOf(files: readonly NamedBlob[]): string {
  const tops = [...new Set(files.map(({ path }) => path.split('/')[0] ?? path))];
  const [first = 'nothing', ...others] = tops;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

export function totalBytes(files: readonly NamedBlob[]): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}
