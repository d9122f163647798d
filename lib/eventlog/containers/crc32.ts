/**
 * CRC-32 as in gzip (RFC 1952), continued from the checksum of the bytes before. Eight tables handle eight
 * bytes a step: at one table a byte, the checksum would take longer than decoding.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = ~before;
  let at = 0;
  for (const last = bytes.length - 8; at <= last; at += 8) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      TABLES[0x700 | (low & 255)]! ^
      TABLES[0x600 | ((low >>> 8) & 255)]! ^
      TABLES[0x500 | ((low >>> 16) & 255)]! ^
      TABLES[0x400 | (low >>> 24)]! ^
      TABLES[0x300 | (high & 255)]! ^
      TABLES[0x200 | ((high >>> 8) & 255)]! ^
      TABLES[0x100 | ((high >>> 16) & 255)]! ^
      TABLES[high >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = TABLES[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

const POLYNOMIAL = 0xedb88320;

/** Table k, at 256 * k, is the effect of a byte that k more bytes follow. */
const TABLES = new Int32Array(8 * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  TABLES[byte] = crc;
}
for (let i = 256; i < TABLES.length; i++) {
  const before = TABLES[i - 256]!;
  TABLES[i] = TABLES[before & 255]! ^ (before >>> 8);
}
