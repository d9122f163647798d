import { formatBytes, formatCount, plural } from '#lib/base/format.ts';
import type { WrittenFiles } from '#lib/simulator/pipeline/written-files.ts';

/** What lies on disk afterwards, in a sentence. */
export function filesSentence({ files, directories, bytes, filesPerTask }: WrittenFiles): string {
  const about = Number.isInteger(files) && directories <= 1 ? '' : 'about ';
  const size = files > 0 ? `, ${formatBytes(bytes / files)} each on average` : '';
  const start = `${plural(filesPerTask.length, 'task')} leave ${about}${plural(Math.round(files), 'file')}${size}`;
  if (directories <= 1) return `${start}, in one directory.`;
  const perDirectory = formatCount(Math.round((files / directories) * 10) / 10);
  return `${start}, in ${formatCount(directories)} directories: ${perDirectory} in a directory. Each task writes a file into every directory that it has rows for.`;
}
