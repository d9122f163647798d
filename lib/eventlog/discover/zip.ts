import type { FileEntry } from '@zip.js/zip.js';
import { corrupt, type DecodeReport, type Problem, truncated } from '../containers/container.ts';
import { gunzip } from '../containers/gunzip.ts';

/**
 * Zip archives: what the History Server's download button gives. zip.js does the reading, on this thread (its workers
 * come from blob URLs, which the policy of the app forbids).
 */
export interface ZipEntry {
  readonly name: string;
  /** Size when decompressed, as the archive states it. */
  readonly size: number;
  /** Why the entry cannot be read, e.g. "encrypted". */
  readonly unreadable?: { readonly reason: string; readonly hint: string };
  open(report: DecodeReport): AsyncIterable<Uint8Array>;
}

export function isZip(head: Uint8Array): boolean {
  const second = head[2]! * 256 + head[3]!;
  // The first entry, the table of an empty archive, or the mark of a part of a split one.
  return (
    head[0] === 0x50 && head[1] === 0x4b && (second === 0x0304 || second === 0x0506 || second === 0x0708)
  );
}

/** The files in an archive. Throws (zip.js) when its table of contents cannot be read: see `zipProblem`. */
export async function* readZip(blob: Blob): AsyncGenerator<ZipEntry> {
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js/lib/zip-core-custom.js');
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false, strictness: 'tolerant' });
  for await (const entry of reader.getEntriesGenerator()) {
    if (entry.directory) continue;
    const problem = unreadable(entry);
    yield {
      name: entry.filename,
      size: entry.uncompressedSize,
      ...(problem && { unreadable: problem }),
      open: (report) => openEntry(entry, report),
    };
  }
}

/** zip.js's message about a table of contents, in words that help. */
export function zipProblem(message: string): { reason: string; hint: string } {
  if (/^End of|^File format/.test(message)) {
    const hint = 'Download or copy it again: the table of contents is at its very end.';
    return { reason: 'a zip archive that is cut short', hint };
  }
  if (/^Split/.test(message)) {
    return { reason: 'one part of a split zip archive', hint: 'Unpack all its parts together first.' };
  }
  if (/ncrypt/.test(message)) {
    return { reason: 'an encrypted zip archive', hint: 'Unpack it with its password first.' };
  }
  return { reason: `a damaged zip archive (${message})`, hint: 'Try to unpack it with another tool first.' };
}

function unreadable(entry: FileEntry): ZipEntry['unreadable'] {
  if (entry.encrypted) {
    const hint = 'Unpack the archive with its password first.';
    return { reason: 'encrypted: the archive has a password', hint };
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    const reason = `compressed in the archive with method ${entry.compressionMethod}, which is rare`;
    return { reason, hint: 'Unpack the archive first.' };
  }
  return undefined;
}

async function* openEntry(entry: FileEntry, report: DecodeReport): AsyncGenerator<Uint8Array> {
  let delivered = 0;
  try {
    for await (const chunk of entryBytes(entry, { checkCrc32: true })) {
      delivered += chunk.length;
      yield chunk;
    }
    return;
  } catch (error) {
    report.damage = { ...entryProblem(error), atByte: entry.offset };
  }
  // zip.js drops what it had decoded last before the damage.
  const isThere = report.damage.kind === 'corrupt' && report.damage.detail !== NO_ENTRY;
  if (isThere && entry.compressionMethod === DEFLATED) yield* gunzip(() => asGzip(entry), delivered);
}

/** zip.js's message about an entry. Whatever else went wrong is thrown on: the archive itself cannot be read. */
function entryProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : '';
  if (/^Local file header/.test(message)) return corrupt(NO_ENTRY);
  if (/out of bounds/.test(message)) return truncated('an entry of the zip archive ends early');
  if (/CRC32/.test(message)) return corrupt('the checksum of an entry of the zip archive does not match');
  if (/^Invalid (compressed data|uncompressed size)/.test(message)) {
    return corrupt('an entry of the zip archive is damaged');
  }
  throw error;
}

/** What zip.js writes for an entry, no faster than it is taken. */
async function* entryBytes(
  entry: FileEntry,
  options: { readonly checkCrc32?: boolean; readonly passThrough?: boolean },
): AsyncGenerator<Uint8Array> {
  const stop = new AbortController();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const reader = readable.getReader();
  // A failure comes out of the readable side; zip.js does not see to that when it fails before the first byte.
  const written = entry
    .getData(writable, { ...options, useWebWorkers: false, signal: stop.signal })
    .catch((error: unknown) => writable.abort(error));
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    stop.abort();
    await Promise.allSettled([reader.cancel(), written]);
  }
}

/** A deflated entry is the middle of a gzip file; its checksum and size come after it. */
async function* asGzip(entry: FileEntry): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(0x1f, 0x8b, DEFLATED, 0, 0, 0, 0, 0, 0, 0);
  yield* entryBytes(entry, { passThrough: true });
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, entry.crc32 ?? 0, true);
  trailer.setUint32(4, entry.uncompressedSize % 2 ** 32, true);
  yield new Uint8Array(trailer.buffer);
}

const STORED = 0;
const DEFLATED = 8;
const NO_ENTRY = 'the zip archive has no entry where its table of contents says';
