import { formatBytes, formatShare } from '#lib/base/format.ts';
import type { IngestProgress } from '#lib/eventlog/ingest.ts';

/** A line on stderr that shows how far reading is; only on a terminal, and only for what takes a while. */
export function progressLine(name: string): { update: (progress: IngestProgress) => void; end: () => void } {
  const started = performance.now();
  let shown = 0;
  return {
    update: ({ bytesRead, bytesTotal, tasks }) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now - started < 500 || now - shown < 100) return;
      shown = now;
      const share = bytesTotal > 0 ? bytesRead / bytesTotal : 1;
      process.stderr.write(
        `\r${name}: ${formatShare(share)} of ${formatBytes(bytesTotal)}, ${tasks} tasks\u001b[K`,
      );
    },
    end: () => {
      if (shown > 0) process.stderr.write('\r\u001b[K');
    },
  };
}
