import { setImmediate } from 'node:timers/promises';
import type { LogToRead } from '#lib/eventlog/ingest.ts';

const encoder = new TextEncoder();

/** How many files were opened and closed again. */
export interface OpenCount {
  opened: number;
  closed: number;
}

/** A log of the given files, which arrive in chunks of `size` bytes, with other work in between as from a disk. */
export function logOfFiles(
  files: Readonly<Record<string, string>>,
  size: number,
  count: OpenCount = { opened: 0, closed: 0 },
): LogToRead {
  const parts = Object.entries(files).map(([path, text]) => {
    const bytes = encoder.encode(text);
    async function* open(report: { bytesIn: number }) {
      count.opened++;
      try {
        for (let at = 0; at < bytes.length; at += size) {
          const chunk = bytes.subarray(at, at + size);
          report.bytesIn += chunk.length;
          await setImmediate();
          yield chunk;
        }
      } finally {
        count.closed++;
      }
    }
    return { path, bytes: bytes.length, open };
  });
  return { parts, inProgress: false, missingParts: [], compacted: false };
}
