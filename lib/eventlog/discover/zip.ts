import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { corrupt, type DecodeReport, type Problem, truncated } from '../containers/container.ts';
import { crc32 } from '../containers/crc32.ts';
import { inflate, ROOM_BYTES } from '../containers/inflate.ts';
import { InputBuffer } from '../containers/input-buffer.ts';
import { blobBytes } from './stored-file.ts';

/**
 * Zip archives: what the History Server's download button gives. zip.js reads the table of contents (Zip64, old
 * character sets, damaged tables); the entries are decoded by our own inflate, which streams, needs no worker,
 * and says what is wrong.
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
  const { ZipReader } = await import('@zip.js/zip.js/lib/zip-core-reader.js');
  const access = {
    size: blob.size,
    readable: new ReadableStream(),
    readUint8Array: async (at: number, length: number) =>
      new Uint8Array(await blob.slice(at, at + length).arrayBuffer()),
  };
  const reader = new ZipReader(access, { useWebWorkers: false, strictness: 'tolerant' });
  for await (const entry of reader.getEntriesGenerator()) {
    if (entry.directory) continue;
    const problem = unreadable(entry);
    yield {
      name: entry.filename,
      size: entry.uncompressedSize,
      ...(problem && { unreadable: problem }),
      open: (report) => openEntry(blob, entry, report),
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

async function* openEntry(blob: Blob, entry: FileEntry, report: DecodeReport): AsyncGenerator<Uint8Array> {
  const problem = yield* entryBytes(blob, entry);
  if (problem) report.damage = { ...problem, atByte: entry.offset };
}

async function* entryBytes(blob: Blob, entry: FileEntry): AsyncGenerator<Uint8Array, Problem | undefined> {
  // The entry's own header repeats its name, with an extra field whose size differs from the table's.
  const header = new DataView(
    await blob.slice(entry.offset, entry.offset + LOCAL_HEADER_BYTES).arrayBuffer(),
  );
  if (header.byteLength < LOCAL_HEADER_BYTES || header.getUint32(0) !== LOCAL_HEADER_MAGIC) {
    return corrupt('the zip archive has no entry where its table of contents says');
  }
  const start = entry.offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const stored = blobBytes(blob.slice(start, start + entry.compressedSize));
  if (entry.compressionMethod === STORED) {
    yield* stored;
    return undefined;
  }

  const input = new InputBuffer(stored);
  const chunks = inflate(input, new Uint8Array(ROOM_BYTES));
  let checksum = 0;
  try {
    for (;;) {
      const { done, value } = await chunks.next();
      if (!done) {
        checksum = crc32(value, checksum);
        yield value;
      } else if (value === 'cut') return truncated('an entry of the zip archive ends early');
      else if (value === 'corrupt') return corrupt('an entry of the zip archive is damaged');
      else if (checksum === entry.crc32) return undefined;
      else return corrupt('the checksum of an entry of the zip archive does not match');
    }
  } finally {
    await input.close();
  }
}

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_MAGIC = 0x504b0304;
