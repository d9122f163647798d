import { coalesce } from './coalesce.ts';
import { type Container, corrupt, type DecodeReport, type Problem, truncated } from './container.ts';
import { crc32 } from './crc32.ts';
import { inflate, ROOM_BYTES } from './inflate.ts';
import { InputBuffer } from './input-buffer.ts';

/**
 * gzip (RFC 1952): Databricks' rolled logs, and what people make for sending a log to somebody. A file is one
 * or more members (`cat a.gz b.gz`, parallel compressors), each with its checksum.
 */
export const gzip: Container = {
  id: 'gzip',
  name: 'gzip',
  sniff: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === DEFLATE,
  decode: (input, report) => coalesce(decodeMembers(input, report), report),
};

async function* decodeMembers(
  chunks: AsyncIterable<Uint8Array>,
  report: DecodeReport,
): AsyncGenerator<Uint8Array> {
  const input = new InputBuffer(chunks);
  const room = new Uint8Array(ROOM_BYTES);
  try {
    for (let member = 0; await hasMember(input, member); member++) {
      const problem = (await skipHeader(input)) ?? (yield* decodeMember(input, room, report));
      report.bytesIn = input.offset;
      if (problem) {
        report.damage = { ...problem, atByte: input.offset };
        return;
      }
    }
  } finally {
    await input.close();
  }
}

const CUT = truncated('the file ends inside the compressed data');

/** Zeros behind the last member are padding (tapes, disk blocks); anything else has to be a member. */
async function hasMember(input: InputBuffer, membersBefore: number): Promise<boolean> {
  while (membersBefore > 0 && (await input.has(1)) && input.bytes[input.at] === 0) input.at++;
  return input.has(1);
}

async function skipHeader(input: InputBuffer): Promise<Problem | undefined> {
  if (!(await input.has(10))) return CUT;
  const { bytes, at } = input;
  if (!gzip.sniff(bytes.subarray(at))) return corrupt('bytes that are no gzip member');
  const flags = bytes[at + 3]!;
  input.at += 10;
  if (flags & HAS_EXTRA) {
    if (!(await input.has(2))) return CUT;
    const size = 2 + (input.bytes[input.at]! | (input.bytes[input.at + 1]! << 8));
    if (!(await input.has(size))) return CUT;
    input.at += size;
  }
  if (flags & HAS_NAME && !(await skipText(input))) return CUT;
  if (flags & HAS_COMMENT && !(await skipText(input))) return CUT;
  if (flags & HAS_HEADER_CRC) {
    if (!(await input.has(2))) return CUT;
    input.at += 2;
  }
  return undefined;
}

async function skipText(input: InputBuffer): Promise<boolean> {
  while (await input.has(1)) if (input.bytes[input.at++] === 0) return true;
  return false;
}

async function* decodeMember(
  input: InputBuffer,
  room: Uint8Array,
  report: DecodeReport,
): AsyncGenerator<Uint8Array, Problem | undefined> {
  const chunks = inflate(input, room);
  let checksum = 0;
  let size = 0;
  for (;;) {
    const { done, value } = await chunks.next();
    report.bytesIn = input.offset;
    if (!done) {
      checksum = crc32(value, checksum);
      size += value.length;
      yield value;
    } else if (value === 'cut') return CUT;
    else if (value === 'corrupt') return corrupt('the compressed data is damaged');
    else break;
  }
  if (!(await input.has(8))) return CUT;
  const trailer = new DataView(input.bytes.buffer, input.bytes.byteOffset + input.at, 8);
  if (trailer.getUint32(0, true) !== checksum || trailer.getUint32(4, true) !== size % 2 ** 32) {
    return corrupt('the checksum does not match');
  }
  input.at += 8;
  return undefined;
}

const DEFLATE = 8;
const HAS_HEADER_CRC = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
