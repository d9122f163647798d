import { type Container, corrupt, type DecodeReport, newReport } from '../containers/container.ts';
import { MAX_LINE_BYTES } from './limits.ts';

/**
 * Opens a file's bytes from the start, as often as wanted. `report` receives what is wrong with the archives
 * around the file; the bytes themselves are not interpreted.
 */
export type OpenFile = (report: DecodeReport) => AsyncIterable<Uint8Array>;

/** A file that was given, or that lies in an archive. */
export interface StoredFile {
  /** For people: "archive.zip!/dir/file". Never used to open anything. */
  readonly path: string;
  /** Files of one rolled log share it. */
  readonly folder: string;
  readonly name: string;
  readonly bytes: number;
  readonly open: OpenFile;
  /** Where the bytes can be read at any place. */
  readonly blob?: Blob;
  /** The first bytes, where opening the file again is expensive (entries of a compressed tar). */
  readonly head?: Uint8Array;
  /** Size of the given file it came out of, the measure for how much may come out. */
  readonly givenBytes: number;
}

export function blobFile(path: string, blob: Blob, givenBytes = blob.size): StoredFile {
  return { ...splitPath(path), bytes: blob.size, open: () => blobBytes(blob), blob, givenBytes };
}

export function splitPath(path: string): { path: string; folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { path, folder: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}

/**
 * A Blob's bytes, in slices that grow from 256 KiB to 8 MiB with two more under way. A browser fetches every slice
 * from another process: read one by one, or through the Blob's stream in 64 KiB pieces, a file comes at half the speed.
 */
export async function* blobBytes(blob: Blob): AsyncGenerator<Uint8Array> {
  const underWay: Promise<ArrayBuffer>[] = [];
  let asked = 0;
  let size = FIRST_SLICE;
  const ask = (): void => {
    if (asked >= blob.size) return;
    underWay.push(blob.slice(asked, asked + size).arrayBuffer());
    asked += size;
    size = Math.min(size * 2, LARGEST_SLICE);
  };
  ask();
  for (let next = underWay.shift(), isHead = true; next; next = underWay.shift(), isHead = false) {
    const slice = await next;
    // Nothing is asked for beyond the first slice until somebody wants more than the head of the file.
    while (!isHead && underWay.length < SLICES_AHEAD && asked < blob.size) ask();
    yield new Uint8Array(slice);
    while (isHead && underWay.length < SLICES_AHEAD && asked < blob.size) ask();
  }
}

const FIRST_SLICE = 256 * 1024;
const LARGEST_SLICE = 8 * 1024 * 1024;
const SLICES_AHEAD = 2;

/** What a container in a file holds. What ails an archive around it explains what ails the container. */
export function decoded(open: OpenFile, container: Container): OpenFile {
  return async function* (report) {
    const around = newReport();
    yield* container.decode(() => open(around), report);
    if (around.damage) report.damage = { ...around.damage, detail: `the archive: ${around.damage.detail}` };
  };
}

/** Ends a text that has no line break where there has to be one, before anybody gathers it as a line. */
export function withinLineLimit(open: OpenFile, limit = MAX_LINE_BYTES): OpenFile {
  return async function* (report) {
    let sinceBreak = 0;
    for await (const chunk of open(report)) {
      const lastBreak = chunk.lastIndexOf(LINE_FEED);
      sinceBreak = lastBreak < 0 ? sinceBreak + chunk.length : chunk.length - 1 - lastBreak;
      if (sinceBreak > limit) {
        report.damage = { ...corrupt(`no line break in ${limit} bytes`), atByte: report.bytesIn };
        return;
      }
      yield chunk;
    }
  };
}

const LINE_FEED = 10;

/** Up to `limit` bytes from the start, or fewer when what has come so far is enough. */
export async function firstBytes(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  isEnough: (bytes: Uint8Array) => boolean = () => false,
): Promise<Uint8Array> {
  let bytes = new Uint8Array(Math.min(limit, 64 * 1024));
  let filled = 0;
  for await (const chunk of chunks) {
    const taken = chunk.subarray(0, limit - filled);
    if (filled + taken.length > bytes.length) {
      const larger = new Uint8Array(Math.min(limit, 2 * (filled + taken.length)));
      larger.set(bytes.subarray(0, filled));
      bytes = larger;
    }
    bytes.set(taken, filled);
    filled += taken.length;
    if (filled === limit || isEnough(bytes.subarray(0, filled))) break;
  }
  return bytes.subarray(0, filled);
}
