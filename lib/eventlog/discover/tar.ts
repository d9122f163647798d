import { corrupt, type Problem, truncated } from '../containers/container.ts';
import { InputBuffer } from '../containers/input-buffer.ts';

/**
 * Reads tar archives as they pass by: POSIX ustar, with the long names of pax and GNU tar.
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06
 */
export interface TarEntry {
  readonly name: string;
  /** Where the content lies in the archive. */
  readonly offset: number;
  readonly size: number;
  readonly head: Uint8Array;
}

/** Whether a file begins with a tar header. The checksum decides: old archives have no magic. */
export function isTar(head: Uint8Array): boolean {
  return head.length >= BLOCK_BYTES && hasChecksum(head.subarray(0, BLOCK_BYTES));
}

/** Yields the regular files, each with its first `headBytes` bytes. Returns what is wrong, if anything. */
export async function* readTar(
  chunks: AsyncIterable<Uint8Array>,
  headBytes: number,
): AsyncGenerator<TarEntry, Problem | undefined> {
  const input = new InputBuffer(chunks);
  try {
    let extended: Extended = {};
    while (await input.has(BLOCK_BYTES)) {
      const block = input.bytes.slice(input.at, input.at + BLOCK_BYTES);
      input.at += BLOCK_BYTES;
      if (block.every((byte) => byte === 0)) return undefined;
      if (!hasChecksum(block)) return corrupt('a tar header does not match its checksum');

      const type = String.fromCharCode(block[156]!);
      const size = extended.size ?? number(block, 124, 12);
      const padding = -size & (BLOCK_BYTES - 1);
      if (type === 'x' || type === 'L') {
        if (size > MAX_EXTENDED_BYTES) return corrupt('a tar header of impossible size');
        if (!(await input.has(size))) return CUT;
        extended = { ...extended, ...readExtended(type, input.bytes.subarray(input.at, input.at + size)) };
        if (!(await input.skip(size + padding))) return CUT;
        continue;
      }
      const offset = input.offset;
      const wanted = Math.min(size, headBytes);
      await input.has(wanted);
      const head = input.bytes.slice(input.at, input.at + Math.min(wanted, input.available));
      if (REGULAR_FILES.has(type)) yield { name: extended.name ?? headerName(block), offset, size, head };
      extended = {};
      if (!(await input.skip(offset + size + padding - input.offset))) return CUT;
    }
    return input.available > 0 ? CUT : undefined;
  } finally {
    await input.close();
  }
}

/** Those bytes of a stream that lie at `offset`. Ends early when the stream does. */
export async function* partOf(
  chunks: AsyncIterable<Uint8Array>,
  offset: number,
  size: number,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  if (size === 0) return;
  for await (const chunk of chunks) {
    const from = Math.max(offset - at, 0);
    const to = Math.min(offset + size - at, chunk.length);
    if (from < to) yield chunk.subarray(from, to);
    at += chunk.length;
    if (at >= offset + size) return;
  }
}

/** What an extra header says about the entry behind it. */
interface Extended {
  readonly name?: string;
  readonly size?: number;
}

function readExtended(type: 'x' | 'L', bytes: Uint8Array): Extended {
  if (type === 'L') return { name: text(bytes, 0, bytes.length) };
  // pax: lines "<length> <key>=<value>\n".
  const records = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const record = /^\d+ ([^=]+)=(.*)$/.exec(line);
    if (record) records.set(record[1]!, record[2]!);
  }
  const name = records.get('path');
  const size = Number(records.get('size'));
  return { ...(name && { name }), ...(Number.isSafeInteger(size) && size >= 0 && { size }) };
}

function headerName(block: Uint8Array): string {
  const name = text(block, 0, 100);
  const isUstar = text(block, 257, 5) === 'ustar';
  const prefix = isUstar ? text(block, 345, 155) : '';
  return prefix ? `${prefix}/${name}` : name;
}

function text(bytes: Uint8Array, from: number, length: number): string {
  const end = bytes.indexOf(0, from);
  const to = end < 0 ? from + length : Math.min(end, from + length);
  return new TextDecoder().decode(bytes.subarray(from, to));
}

/** Octal digits; sizes from 8 GiB on are binary (GNU), marked by the highest bit. */
function number(block: Uint8Array, from: number, length: number): number {
  if (block[from]! >= 0x80) {
    let value = block[from]! & 0x7f;
    for (let i = from + 1; i < from + length; i++) value = value * 256 + block[i]!;
    return Number.isSafeInteger(value) ? value : 0;
  }
  return Number.parseInt(text(block, from, length).trim(), 8) || 0;
}

/** The sum of all bytes of the header, its own field taken as blanks. */
function hasChecksum(block: Uint8Array): boolean {
  let sum = 0;
  for (let i = 0; i < BLOCK_BYTES; i++) sum += i >= 148 && i < 156 ? 32 : block[i]!;
  return sum === number(block, 148, 8) && block[0] !== 0;
}

const BLOCK_BYTES = 512;
const MAX_EXTENDED_BYTES = 1024 * 1024;
const REGULAR_FILES = new Set(['0', '\0', '7']);
const CUT = truncated('the tar archive ends early');
